package id.smartkampung.village.proof;

/** What this village holds could not be said; nothing of the transaction is kept. */
public class ProofException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    ProofException(String message, Throwable cause) {
        super(message, cause);
    }
}
