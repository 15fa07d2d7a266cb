package id.smartkampung.web.login;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The token of a session, to be turned into an officer. */
class SessionRequest extends BaseAuthenticationRequest {

    private final String token;

    SessionRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
