package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.UUID;

/** Puts together what the page of the letters of a request shows. */
@ApplicationScoped
class DraftView {

    private final LetterSheets sheets;
    private final CurrentAccount account;

    DraftView(LetterSheets sheets, CurrentAccount account) {
        this.sheets = sheets;
        this.account = account;
    }

    /** What was wished for a letter and refused; what was typed stays. */
    record Refused(String message, UUID letter, String reason) {}

    DraftPage.Sheet sheet(UUID requestId, Refused refused) {
        Request request = Request.<Request>findByIdOptional(requestId).orElseThrow(NotFoundException::new);
        List<LetterSheets.Sheet> drafts = sheets.of(request);
        List<Letter> givenUp = Letter.listByRequest(requestId).stream()
                .filter(letter -> letter.state == LetterState.CANCELLED || letter.state == LetterState.WITHDRAWN)
                .toList();
        boolean signer = account.is(Roles.SEKDES) || account.is(Roles.KADES);
        boolean waits = request.state == RequestState.AWAITING_SIGNATURE;
        boolean numbers = signer && waits && drafts.stream().anyMatch(draft -> !draft.form() && draft.letter() == null);
        return new DraftPage.Sheet(
                request,
                Resident.findById(request.applicantId),
                request.isPrepared(),
                numbers,
                signer && waits,
                drafts,
                givenUp,
                refused == null ? null : refused.message(),
                refused == null ? null : refused.letter(),
                refused == null ? "" : refused.reason());
    }
}
