package id.smartkampung.village.mall;

import id.smartkampung.model.event.DistrictEvent.LetterFileWanted;
import id.smartkampung.model.event.DistrictEvent.RequestHandedOut;
import id.smartkampung.model.event.DistrictEvent.RequestMade;
import id.smartkampung.model.event.DistrictEvent.RequestWithdrawn;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.event.RequestAnswered;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.MallAnswer;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.request.Withdrawal;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.letter.number.SignedFiles;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.register.ResidentAlias;
import id.smartkampung.village.request.Obstacle;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestMoved;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes what residents of this village ask for at the service mall, in the transaction that keeps how far the district
 * was obeyed. Nothing here may throw for what was asked: that would hold up all that the district asks after it.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class MallService {

    private final RequestService requests;
    private final SignedFiles files;
    private final Outbox outbox;
    private final Clock clock;

    MallService(RequestService requests, SignedFiles files, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.files = files;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes a request into the work list, or answers why not. One that is here already stays as it is. */
    public void take(RequestMade asked) {
        if (Request.findById(asked.requestId()) != null) {
            // This server was restored: the row came back from the district, and the mall asks once more.
            remember(asked.requestId());
            return;
        }
        RequestDraft draft = new RequestDraft(
                ResidentAlias.keptOf(asked.residentId()).orElse(asked.residentId()),
                asked.kind(),
                Channel.SERVICE_MALL,
                false,
                asked.purposeText(),
                asked.contact(),
                asked.note());
        Optional<Obstacle> obstacle = requests.obstacle(draft);
        if (obstacle.isPresent()) {
            outbox.appendWord(new RequestAnswered(asked.requestId(), answer(obstacle.get()), null));
            return;
        }
        requests.takeOver(asked.requestId(), draft, Author.atMall());
        remember(asked.requestId());
    }

    /** Cancels a request that nobody works on yet; else says that it goes on. */
    public void withdraw(RequestWithdrawn asked) {
        Request request = locked(asked.requestId()).orElse(null);
        MallAnswer answer = Withdrawal.answer(request == null ? null : request.state);
        if (answer == MallAnswer.CANCELLED) {
            requests.followMall(request, RequestState.CANCELLED, asked.reason(), Author.atMall());
        } else if (answer != null) {
            outbox.appendWord(new RequestAnswered(asked.requestId(), answer, null));
        }
    }

    /** The applicant has the letter: what waits to be fetched here is done. */
    public void complete(RequestHandedOut told) {
        locked(told.requestId())
                .filter(request -> request.state == RequestState.READY)
                .ifPresent(request -> requests.followMall(request, RequestState.COMPLETED, null, Author.atMall()));
    }

    /** Sends the signed file of a letter that the mall hands out; of other letters no file ever leaves. */
    public void send(LetterFileWanted asked) {
        Letter letter = Letter.findById(asked.letterId());
        if (letter == null || letter.state != LetterState.SIGNED || !isOfMall(letter.requestId)) {
            Log.warnf("letter %s is none that the mall hands out: its file stays here", asked.letterId());
            return;
        }
        try {
            byte[] file = files.read(letter);
            FileChunk.of(letter.id, letter.fileSha256, file, asked.from(), () -> UuidV7.at(clock.instant()))
                    .forEach(outbox::appendWord);
        } catch (RefusedException | UncheckedIOException e) {
            Log.errorf(e, "the file of letter %s cannot be sent to the mall", letter.id);
        }
    }

    /** What officers write for the applicant is told at the mall. */
    void moved(@Observes RequestMoved moved) {
        if (moved.reason() == null || !isOfMall(moved.id())) {
            return;
        }
        switch (moved.to()) {
            case REJECTED -> tell(moved, MallAnswer.REJECTED);
            case NEEDS_COMPLETION -> tell(moved, MallAnswer.NEEDS_COMPLETION);
            case CANCELLED -> tell(moved, MallAnswer.CANCELLED);
            default -> {
                // the state of the request says all
            }
        }
    }

    private void tell(RequestMoved moved, MallAnswer answer) {
        outbox.appendWord(new RequestAnswered(moved.id(), answer, moved.reason()));
    }

    private void remember(UUID requestId) {
        if (isOfMall(requestId)) {
            return;
        }
        MallRequest row = new MallRequest();
        row.requestId = requestId;
        row.takenAt = clock.instant();
        row.persist();
    }

    private static boolean isOfMall(UUID requestId) {
        return MallRequest.findById(requestId) != null;
    }

    private static Optional<Request> locked(UUID requestId) {
        return isOfMall(requestId)
                ? Request.findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE)
                : Optional.empty();
    }

    private static MallAnswer answer(Obstacle obstacle) {
        return switch (obstacle) {
            case APPLICANT_UNKNOWN -> MallAnswer.APPLICANT_UNKNOWN;
            case APPLICANT_NOT_ALIVE -> MallAnswer.APPLICANT_NOT_ALIVE;
            case KIND_UNKNOWN -> MallAnswer.KIND_UNKNOWN;
            case CHANNEL_CLOSED -> MallAnswer.NOT_AT_MALL;
        };
    }
}
