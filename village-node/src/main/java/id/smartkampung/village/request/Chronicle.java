package id.smartkampung.village.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What another room has to tell of a request on its timeline, beside the steps it took. */
public interface Chronicle {

    /**
     * Something that happened.
     *
     * @param title what, in words
     * @param by the account
     * @param note null where nothing more is to be said
     * @param href where more of it is to be seen; null for nowhere
     */
    record Entry(Instant at, String title, String by, String note, String href) {}

    /** In the order in which it happened. */
    List<Entry> of(UUID requestId);
}
