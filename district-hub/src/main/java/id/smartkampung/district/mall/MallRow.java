package id.smartkampung.district.mall;

import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.request.MallAnswer;
import id.smartkampung.model.request.MallStage;
import java.time.Instant;
import java.util.UUID;

/**
 * One request of the service mall.
 *
 * @param number that the village gave it; null until then
 * @param answer the last word of the village besides the state; null when it said none
 * @param reason what an officer of the village wrote for the applicant
 * @param heardAt when the village was last on line; null when it never was
 */
public record MallRow(
        UUID id,
        NodeId node,
        String villageName,
        String subjectMasked,
        LetterKind kind,
        Instant madeAt,
        String madeBy,
        String number,
        MallStage stage,
        MallAnswer answer,
        String reason,
        Instant withdrawnAt,
        Instant handedAt,
        String handedBy,
        Instant heardAt) {

    public String kindName() {
        return LetterCatalogue.find(kind).map(LetterType::name).orElse(kind.code());
    }

    /** Whether the clerk may ask for it back; once. */
    public boolean isWithdrawable() {
        return withdrawnAt == null && stage.mayWithdraw();
    }

    /** Whether the answer says more than the stage does. */
    public boolean isExplained() {
        return answer != null && (answer.isRefusedUnseen() || answer == MallAnswer.NOT_WITHDRAWN);
    }
}
