package id.smartkampung.model.enrolment;

import id.smartkampung.model.log.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Signed letters that a village leaves at its district besides its backups, each locked like these and once for all: a
 * letter is never changed. They travel as a {@link BackupDeposit} does, whose id is their {@link #name}.
 */
public final class LetterDeposit {

    /** Where the hub takes one. */
    public static final String PATH = "/backup/v1/letter";

    /** Where the hub gives one back. */
    public static final String FETCH_PATH = "/backup/v1/letter/fetch";

    /** Where the hub says which ones it lacks. */
    public static final String LACKING_PATH = "/backup/v1/letter/lacking";

    public static final String KIND = "letter-deposit.v1";

    public static final String FETCH_KIND = "letter-fetch.v1";

    public static final String LACKING_KIND = "letter-lacking.v1";

    /** Asked again, the hub tells more. */
    public static final int MOST = 1000;

    private static final int SHORT = 16;

    private LetterDeposit() {}

    /** Asks for the names that the hub lacks under this {@link #lock}. */
    public record Ask(String node, String lock) {}

    /**
     * What the hub answers.
     *
     * @param named how many files the letters in the log name, as far as it has come
     * @param files hashes of those that the hub does not have, {@link #MOST} at most
     */
    public record Lacking(int named, List<String> files) {}

    /** Tells one key from another: what was locked with an earlier key is as good as not there. */
    public static String lock(String recipient) {
        return Hash.sha256(recipient.getBytes(StandardCharsets.US_ASCII)).hex().substring(0, SHORT);
    }

    /** What a locked letter is called: by the hash of the signed file, which the district knows from the log. */
    public static String name(String sha256, String lock) {
        return sha256 + "-" + lock;
    }
}
