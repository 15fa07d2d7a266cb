package id.smartkampung.village.request;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.account.Roles;
import java.util.EnumSet;
import java.util.Set;

/** Who may take a request a step further by hand: the officers, but neither past who signs nor past who delivers. */
final class RequestRights {

    private static final Set<String> OFFICERS = Set.of(Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN);

    private RequestRights() {}

    static boolean mayCreate(String role) {
        return OFFICERS.contains(role);
    }

    static boolean may(String role, RequestState from) {
        // from there the room of the letters leads on, which knows whether they are signed, or that of the delivery
        return from != RequestState.AWAITING_SIGNATURE
                && from != RequestState.OUT_FOR_DELIVERY
                && OFFICERS.contains(role);
    }

    /** The step that usually follows; null at the end. */
    static RequestState usual(RequestState from, boolean homeDelivery) {
        return switch (from) {
            case SUBMITTED, NEEDS_COMPLETION -> RequestState.IN_REVIEW;
            case IN_REVIEW -> RequestState.AWAITING_SIGNATURE;
            case AWAITING_SIGNATURE -> RequestState.READY;
            // one that is to be brought home waits for somebody who brings it
            case READY -> homeDelivery ? null : RequestState.COMPLETED;
            case OUT_FOR_DELIVERY, COMPLETED, REJECTED, CANCELLED -> null;
        };
    }

    /** The steps this role may take from here, in the order of the table of states. */
    static Set<RequestState> steps(String role, RequestState from) {
        if (!may(role, from)) {
            return EnumSet.noneOf(RequestState.class);
        }
        Set<RequestState> steps = from.next();
        steps.remove(RequestState.OUT_FOR_DELIVERY);
        return steps;
    }
}
