package id.smartkampung.model.request;

/** Decides at the village, once, whether the mall still gets a request back. No clock decides who was first. */
public final class Withdrawal {

    private Withdrawal() {}

    /**
     * A request belongs to the mall until somebody in the village works on it, then to the village.
     *
     * @param state of the village's row; null when it never took the request
     * @return null when there is nothing to say: it is cancelled already, or the village never took it and said so
     */
    public static MallAnswer answer(RequestState state) {
        if (state == null || state == RequestState.CANCELLED) {
            return null;
        }
        return state == RequestState.SUBMITTED ? MallAnswer.CANCELLED : MallAnswer.NOT_WITHDRAWN;
    }
}
