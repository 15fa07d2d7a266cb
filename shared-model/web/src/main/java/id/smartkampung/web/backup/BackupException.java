package id.smartkampung.web.backup;

import java.util.Arrays;
import java.util.Locale;

/** A backup was not made, not believed or not restored; what a person reads of it is a text of its own for each reason. */
public class BackupException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String[] details;

    /** Why, each with a text {@code backup.refused.<reason>}. */
    public enum Reason {
        /** What was typed is no key, or a slip of the hand. */
        KEY,
        /** The file with the key cannot be read or kept. */
        KEY_FILE,
        /** That is no public half of a key. */
        RECIPIENT,
        /** The key is not that of this file. */
        WRONG_KEY,
        /** The file is cut short, was changed, or is no backup. */
        DAMAGED,
        /** There is no such file. */
        NO_FILE,
        /** The medium no longer gives the file. */
        UNREADABLE,
        /** There is no such folder: perhaps the medium is not in. */
        NO_FOLDER,
        /** There is such a file already. */
        EXISTS,
        /** The disk or the medium is full. */
        FULL,
        /** The disk or the medium does not take the file. */
        UNWRITABLE,
        /** The file was made by a program with newer tables. */
        NEWER,
        /** The file has a newer form. */
        NEWER_FORMAT,
        /** The file comes from a newer database server. */
        NEWER_SERVER,
        /** It is the backup of another program or of another village. */
        OTHER,
        /** It has other tables than this program. */
        OTHER_TABLES,
        /** The program is at work on the database. */
        RUNNING,
        /** There is something in the database that would be overwritten. */
        NOT_EMPTY,
        /** The database did not do it. */
        DATABASE,
        /** The disk of the database is full. */
        DATABASE_FULL,
        /** The folder of the files that the rows name does not take them. */
        FILES,
        /** The tables cannot be made. */
        TABLES,
        /** The district keeps no backup of this village. */
        NO_DEPOSIT,
        /** The district does not let this server in. */
        NOT_JOINED,
        /** The district answers, and does not give it. */
        DISTRICT_REFUSES,
        /** The district does not answer, or the line broke. */
        NO_DISTRICT;

        /** The key of its text. */
        public String text() {
            return "backup.refused." + name().toLowerCase(Locale.ROOT);
        }
    }

    public BackupException(Reason reason, Object... details) {
        this(null, reason, details);
    }

    public BackupException(Throwable cause, Reason reason, Object... details) {
        super(reason + Arrays.toString(details), cause);
        this.reason = reason;
        this.details = Arrays.stream(details).map(String::valueOf).toArray(String[]::new);
    }

    public Reason reason() {
        return reason;
    }

    /** What its text takes. */
    public Object[] details() {
        return details.clone();
    }
}
