package id.smartkampung.model.request;

/** What a village says of a request that was made for it at the service mall (<i>Mal Pelayanan Publik</i>). */
public enum MallAnswer {
    /** Nobody with that id is in its register. */
    APPLICANT_UNKNOWN,
    /** The applicant is dead, or the record is one that should never have been. */
    APPLICANT_NOT_ALIVE,
    /** It makes no letter of that type. */
    KIND_UNKNOWN,
    /** It makes that letter, but not for who asks at the mall. */
    NOT_AT_MALL,
    /** An officer refused it. */
    REJECTED,
    /** An officer lacks something and says what. */
    NEEDS_COMPLETION,
    /** It was cancelled, at the mall's wish or by an officer for the applicant. */
    CANCELLED,
    /** The mall wanted it back, but somebody works on it already or has ended it: it goes on as the village says. */
    NOT_WITHDRAWN;

    /** Whether the village never took the request, so that there is no row of it. */
    public boolean isRefusedUnseen() {
        return this == APPLICANT_UNKNOWN || this == APPLICANT_NOT_ALIVE || this == KIND_UNKNOWN || this == NOT_AT_MALL;
    }
}
