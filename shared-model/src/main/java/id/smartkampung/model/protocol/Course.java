package id.smartkampung.model.protocol;

import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import java.util.List;

/** What a sender does after the receiver answered its hello; before that it sends nothing. */
public sealed interface Course {

    /** Our histories agree: go on sending after what the receiver has. */
    record Continue(LogPosition sendAfter) implements Course {}

    /** The receiver has less than it once acknowledged: it was restored, and gets again what it lost. */
    record SendFrom(LogPosition sendAfter) implements Course {}

    /** As {@link SendFrom}, but we no longer have the data of what it lost: it gets the rows as they are now. */
    record Resync(LogPosition sendAfter) implements Course {}

    /** We were restored and have done nothing since: fetch what follows our head up to this one, in the same epoch. */
    record Recover(LogHead to) implements Course {}

    /**
     * We were restored and worked on: what follows {@code common} in our log gets new numbers in a new epoch before
     * anything is sent; what the receiver has behind it, up to {@code theirs}, is shown and taken over or decided on.
     */
    record Fork(LogHead common, int epoch, LogHead theirs) implements Course {}

    /** It is not clear yet where our histories part: say hello again with these places. */
    record AskAgain(List<LogHead> anchors) implements Course {}

    /** Somebody else speaks in our name: send nothing until a person has decided which of us goes on. */
    record Frozen() implements Course {}
}
