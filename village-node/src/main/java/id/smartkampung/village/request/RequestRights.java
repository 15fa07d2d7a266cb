package id.smartkampung.village.request;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.account.Roles;
import java.util.EnumSet;
import java.util.Set;

/** Who may take a request which step further: officers handle it, the kepala desa or the sekretaris desa signs. */
final class RequestRights {

    private static final Set<String> OFFICERS = Set.of(Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN);
    private static final Set<String> SIGNERS = Set.of(Roles.SEKDES, Roles.KADES);

    private RequestRights() {}

    static boolean mayCreate(String role) {
        return OFFICERS.contains(role);
    }

    static boolean may(String role, RequestState from, RequestState to) {
        if (from == RequestState.AWAITING_SIGNATURE && to == RequestState.READY) {
            return SIGNERS.contains(role);
        }
        if (from == RequestState.AWAITING_SIGNATURE && (to == RequestState.REJECTED || to == RequestState.IN_REVIEW)) {
            return SIGNERS.contains(role) || OFFICERS.contains(role);
        }
        return OFFICERS.contains(role);
    }

    /** The step that usually follows; null at the end. */
    static RequestState usual(RequestState from, boolean homeDelivery) {
        return switch (from) {
            case SUBMITTED, NEEDS_COMPLETION -> RequestState.IN_REVIEW;
            case IN_REVIEW -> RequestState.AWAITING_SIGNATURE;
            case AWAITING_SIGNATURE -> RequestState.READY;
            case READY -> homeDelivery ? RequestState.OUT_FOR_DELIVERY : RequestState.COMPLETED;
            case OUT_FOR_DELIVERY -> RequestState.COMPLETED;
            case COMPLETED, REJECTED, CANCELLED -> null;
        };
    }

    /** The steps this role may take from here, in the order of the table of states. */
    static Set<RequestState> steps(String role, RequestState from) {
        Set<RequestState> steps = EnumSet.noneOf(RequestState.class);
        for (RequestState to : from.next()) {
            if (may(role, from, to)) {
                steps.add(to);
            }
        }
        return steps;
    }
}
