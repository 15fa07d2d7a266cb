package id.smartkampung.district.outgoing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a call.
 *
 * @param status of HTTP; null where there was no answer
 * @param millis how long it took
 */
public record Answer(Outcome outcome, Integer status, long millis) {

    /** In which of the ways it ended. */
    @Schema(name = "WebhookOutcome")
    public enum Outcome {
        /** 2xx. */
        ACCEPTED,
        /** 410: it is not wanted any more. */
        GONE,
        /** Any other status; we follow no redirect. */
        REFUSED,
        TIMEOUT,
        /** No connection, or it broke. */
        UNREACHABLE,
        /** No certificate that we know, or one for another name. */
        NOT_TRUSTED,
        /** An address that we do not call. */
        FORBIDDEN
    }

    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int ENDED = 410;

    static Answer of(int status, long millis) {
        if (status >= OK && status < REDIRECT) {
            return new Answer(Outcome.ACCEPTED, status, millis);
        }
        return new Answer(status == ENDED ? Outcome.GONE : Outcome.REFUSED, status, millis);
    }

    static Answer without(Outcome outcome, long millis) {
        return new Answer(outcome, null, millis);
    }
}
