package id.smartkampung.model.request;

/**
 * How far a request of the service mall is, as the clerk there sees it. Worked out from what the village has told, in
 * whatever order that came, and kept nowhere.
 */
public enum MallStage {
    /** <i>Terkirim</i>: on its way, or waiting for a village that is not on line. */
    SENT,
    /** <i>Batal diminta</i>: the village has yet to say whether that came in time. */
    WITHDRAWING,
    /** <i>Diterima desa</i>. */
    RECEIVED,
    /** <i>Dikerjakan desa</i>. */
    IN_WORK,
    /** <i>Perlu perbaikan</i>: the village lacks something. */
    NEEDS_COMPLETION,
    /** <i>Ditandatangani</i>; the file is on its way. */
    SIGNED,
    /** <i>Siap dicetak</i>: the signed file is here. */
    PRINTABLE,
    /** <i>Diserahkan</i>: the applicant has the letter, and the file is here no more. */
    HANDED_OUT,
    /** <i>Selesai di desa</i>: the village has ended it without a file for the mall. */
    ENDED,
    /** <i>Ditolak desa</i>. */
    REFUSED,
    /** <i>Dibatalkan</i>. */
    WITHDRAWN;

    /**
     * What the hub holds of one request.
     *
     * @param answer the last word of the village; null when it said none
     * @param state of the village's row; null while there is none
     * @param withdrawing whether the mall wants it back
     * @param signed whether a signed letter of it stands
     * @param fileHere whether the whole file of each of these is here
     * @param handedOut whether the applicant has it
     */
    public record Held(
            MallAnswer answer,
            RequestState state,
            boolean withdrawing,
            boolean signed,
            boolean fileHere,
            boolean handedOut) {}

    public static MallStage of(Held held) {
        if (held.state() == null) {
            return unseen(held);
        }
        return switch (held.state()) {
            case REJECTED -> REFUSED;
            case CANCELLED -> WITHDRAWN;
            case SUBMITTED -> isWithdrawalOpen(held) ? WITHDRAWING : RECEIVED;
            case NEEDS_COMPLETION -> NEEDS_COMPLETION;
            case IN_REVIEW, AWAITING_SIGNATURE -> IN_WORK;
            case READY, OUT_FOR_DELIVERY, COMPLETED -> finished(held);
        };
    }

    /** Whether the clerk may still ask for it back: the request is the mall's until the village works on it. */
    public boolean mayWithdraw() {
        return this == SENT || this == RECEIVED;
    }

    /** Whether nothing more is to be done for it. */
    public boolean isEnd() {
        return this == HANDED_OUT || this == ENDED || this == REFUSED || this == WITHDRAWN;
    }

    private static MallStage unseen(Held held) {
        if (held.answer() == null) {
            return held.withdrawing() ? WITHDRAWING : SENT;
        }
        return held.answer() == MallAnswer.CANCELLED ? WITHDRAWN : REFUSED;
    }

    private static boolean isWithdrawalOpen(Held held) {
        return held.withdrawing() && held.answer() != MallAnswer.NOT_WITHDRAWN;
    }

    private static MallStage finished(Held held) {
        if (held.handedOut()) {
            return HANDED_OUT;
        }
        if (held.fileHere()) {
            return PRINTABLE;
        }
        if (held.signed()) {
            return SIGNED;
        }
        return held.state() == RequestState.COMPLETED ? ENDED : IN_WORK;
    }
}
