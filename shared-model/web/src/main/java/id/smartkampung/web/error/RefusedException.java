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
    private final transient List<Wrong> wrong;

    /** One parameter that cannot be read, and why: a key of the texts as that of a refusal. */
    public record Wrong(String parameter, String code) {}

    /** Refused for the state things are in (409); arguments fill the text and hold no personal data. */
    public RefusedException(String code, Object... arguments) {
        this(CONFLICT, code, arguments);
    }

    public RefusedException(int status, String code, Object... arguments) {
        super("refused: " + code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
        this.wrong = List.of();
    }

    /** Refused for all that is wrong with it at once. */
    public RefusedException(int status, String code, List<Wrong> wrong) {
        super("refused: " + code);
        this.status = status;
        this.code = code;
        this.arguments = List.of();
        this.wrong = List.copyOf(wrong);
    }

    public String code() {
        return code;
    }

    public int status() {
        return status;
    }

    List<Wrong> wrong() {
        return wrong;
    }

    Object[] arguments() {
        return arguments.toArray();
    }
}
