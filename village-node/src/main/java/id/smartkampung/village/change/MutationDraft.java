package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.LocalDate;

/**
 * What somebody reports to have happened.
 *
 * @param moveKind how far, where it is a move; null otherwise
 * @param otherArea where from or where to, as exactly as it is known
 */
public record MutationDraft(
        MutationKind kind,
        LocalDate happenedOn,
        LocalDate reportedOn,
        MoveKind moveKind,
        KodeWilayah otherArea,
        String otherPlace,
        String place,
        String purpose,
        String document,
        String reporter,
        String note) {

    /** What happened on one day and was reported on another, without anything else being known. */
    public static MutationDraft of(MutationKind kind, LocalDate happenedOn, LocalDate reportedOn) {
        return new MutationDraft(kind, happenedOn, reportedOn, null, null, null, null, null, null, null, null);
    }
}
