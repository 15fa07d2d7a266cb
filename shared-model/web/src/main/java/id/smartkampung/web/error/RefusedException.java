package id.smartkampung.web.error;

import java.util.List;

/**
 * A wish that a rule of the house refuses; its code is a key of {@code messages/texts.properties} ({@code
 * refusal.<code>}) and the type of the problem an API caller reads.
 */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int CONFLICT = 409;

    private final String code;
    private final int status;
    private final transient List<Object> arguments;

    /** Refused for the state things are in (409); arguments fill the text and hold no personal data. */
    public RefusedException(String code, Object... arguments) {
        this(CONFLICT, code, arguments);
    }

    public RefusedException(int status, String code, Object... arguments) {
        super("refused: " + code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
