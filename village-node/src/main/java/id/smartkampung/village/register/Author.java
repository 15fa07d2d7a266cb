package id.smartkampung.village.register;

import java.util.UUID;

/**
 * Who changes something, and through which door.
 *
 * @param accountId null where a program acts, such as an import from the command line
 * @param source the door: {@link #FORM}, {@link #IMPORT}
 */
public record Author(UUID accountId, String username, String source) {

    public static final String FORM = "form";
    public static final String IMPORT = "import";
}
