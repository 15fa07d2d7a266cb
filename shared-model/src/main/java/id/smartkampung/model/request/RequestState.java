package id.smartkampung.model.request;

import java.util.EnumSet;
import java.util.Set;

/** The states of a service request (<i>permohonan</i>) and every legal transition between them, on one screen. */
public enum RequestState {
    /** <i>Diajukan</i>: received, nobody has looked at it yet. */
    SUBMITTED,
    /** <i>Diperiksa</i>: an officer checks data and requirements. */
    IN_REVIEW,
    /** <i>Perlu perbaikan</i>: waits for the applicant; the service clock pauses. */
    NEEDS_COMPLETION,
    /** <i>Menunggu tanda tangan</i>. */
    AWAITING_SIGNATURE,
    /** <i>Siap</i>: the result waits to be fetched. */
    READY,
    /** <i>Diantar</i>: somebody is on the way to the applicant with it. */
    OUT_FOR_DELIVERY,
    /** <i>Selesai</i>. */
    COMPLETED,
    /** <i>Ditolak</i>, with a reason. */
    REJECTED,
    /** <i>Dibatalkan</i> by the applicant. */
    CANCELLED;

    /** The states that may follow this one. */
    public Set<RequestState> next() {
        return switch (this) {
            case SUBMITTED -> EnumSet.of(IN_REVIEW, NEEDS_COMPLETION, REJECTED, CANCELLED);
            case IN_REVIEW -> EnumSet.of(AWAITING_SIGNATURE, NEEDS_COMPLETION, REJECTED, CANCELLED);
            case NEEDS_COMPLETION -> EnumSet.of(IN_REVIEW, REJECTED, CANCELLED);
            case AWAITING_SIGNATURE -> EnumSet.of(READY, IN_REVIEW, REJECTED, CANCELLED);
            case READY -> EnumSet.of(COMPLETED, OUT_FOR_DELIVERY);
            case OUT_FOR_DELIVERY -> EnumSet.of(COMPLETED, READY);
            case COMPLETED, REJECTED, CANCELLED -> EnumSet.noneOf(RequestState.class);
        };
    }

    public boolean canBecome(RequestState state) {
        return next().contains(state);
    }

    /** Whether nothing more can happen to the request. */
    public boolean isFinal() {
        return next().isEmpty();
    }

    /** Whether the step into this state must say why. */
    public boolean needsReason() {
        return this == REJECTED || this == NEEDS_COMPLETION || this == CANCELLED;
    }
}
