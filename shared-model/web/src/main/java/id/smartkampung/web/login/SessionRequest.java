package id.smartkampung.web.login;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The token of a session, to be turned into an officer; and whether the officer asks, or an open page by itself. */
class SessionRequest extends BaseAuthenticationRequest {

    private final String token;
    private final boolean byItself;

    SessionRequest(String token, boolean byItself) {
        this.token = token;
        this.byItself = byItself;
    }

    boolean byItself() {
        return byItself;
    }

    String token() {
        return token;
    }
}
