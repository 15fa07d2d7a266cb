package id.smartkampung.village.letter.signing;

import id.smartkampung.web.error.RefusedException;

/** A signer did not sign; the letter keeps its number and waits. */
final class SigningFailedException extends RefusedException {

    private static final long serialVersionUID = 1;

    SigningFailedException(String code, Throwable cause) {
        super(code);
        initCause(cause);
    }
}
