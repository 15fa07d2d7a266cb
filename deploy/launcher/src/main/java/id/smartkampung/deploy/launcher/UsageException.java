package id.smartkampung.deploy.launcher;

/** The command line cannot be understood; the message says which word. */
class UsageException extends IllegalArgumentException {

    UsageException(String message) {
        super(message);
    }
}
