package id.smartkampung.model.event;

/** Why data of a person must go (UU 27/2022 art. 43). What the law of the register demands to keep is refused before. */
public enum ErasureGround {
    /** The purpose for which they were kept is reached. */
    NO_LONGER_NEEDED,
    /** The person took the consent back. */
    CONSENT_WITHDRAWN,
    /** The person asked for it. */
    ASKED_FOR,
    /** They should never have been taken. */
    UNLAWFUL
}
