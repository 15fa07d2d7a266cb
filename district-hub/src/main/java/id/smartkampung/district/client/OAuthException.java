package id.smartkampung.district.client;

/** A wish for a token that is refused; told in the words of RFC 6749, 5.2. */
class OAuthException extends IllegalStateException {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;

    private final int status;
    private final String error;

    private OAuthException(int status, String error, String description) {
        super(description);
        this.status = status;
        this.error = error;
    }

    static OAuthException invalidRequest(String description) {
        return new OAuthException(BAD_REQUEST, "invalid_request", description);
    }

    static OAuthException unsupportedGrant() {
        return new OAuthException(BAD_REQUEST, "unsupported_grant_type", "only client_credentials is granted here");
    }

    static OAuthException invalidScope() {
        return new OAuthException(BAD_REQUEST, "invalid_scope", "a scope is unknown or not this client's");
    }

    /** The same for whoever is unknown, revoked, expired or wrong. */
    static OAuthException invalidClient() {
        return new OAuthException(UNAUTHORIZED, "invalid_client", "the client could not be authenticated");
    }

    int status() {
        return status;
    }

    String error() {
        return error;
    }

    boolean isAboutTheClient() {
        return status == UNAUTHORIZED;
    }
}
