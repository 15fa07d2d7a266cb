package id.smartkampung.deploy.servers;

/** A server of this machine did not start, stop or answer; the message says which and where its log is. */
public class ServerException extends IllegalStateException {

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
