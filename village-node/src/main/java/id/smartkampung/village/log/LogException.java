package id.smartkampung.village.log;

/** The log of this village could not be written or read; nothing of the transaction is kept. */
public class LogException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public LogException(String message) {
        super(message);
    }

    public LogException(String message, Throwable cause) {
        super(message, cause);
    }
}
