package id.smartkampung.model.protocol;

/** What a receiver thinks of the signature of a head. */
public enum Trust {
    /** Signed with a key of the sender that is valid at this position: the head and all before it are the sender's. */
    VALID,
    /** Not signed: the head is proven by one behind it, or not at all. */
    UNSIGNED,
    /** The signature is not of this head. */
    BAD_SIGNATURE,
    /** Signed with a key that we do not know as the sender's. */
    UNKNOWN_KEY,
    /** Signed with a key that is not valid at this position any more. */
    REVOKED_KEY
}
