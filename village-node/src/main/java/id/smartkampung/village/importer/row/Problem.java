package id.smartkampung.village.importer.row;

/** What can be wrong with one row; what it says and what to do stand in the message bundle. */
public enum Problem {
    /** The birth date inside the NIK is another one; a NIK never changes, so this proves nothing. */
    NIK_BORN_ON(Severity.WARNING),
    NIK_SEX(Severity.WARNING),
    NIK_MISSING(Severity.WARNING),
    NIK_TEMPORARY(Severity.WARNING),
    NO_KK_MISSING(Severity.WARNING),
    PARENT_NIK_DROPPED(Severity.WARNING),
    CARD_TAG_LENGTH(Severity.WARNING),
    PREGNANT_MAN(Severity.WARNING),
    SEX_MISSING(Severity.WARNING),
    BORN_ON_MISSING(Severity.WARNING),
    SECOND_HEAD(Severity.WARNING),
    HEAD_MISSING(Severity.WARNING),
    ENCODING_GUESSED(Severity.WARNING),

    SECOND_HEAD_ELSEWHERE(Severity.ERROR),
    NIK_LENGTH(Severity.ERROR),
    NIK_NOT_DIGITS(Severity.ERROR),
    /** A spreadsheet keeps fifteen digits of a number; the sixteenth is gone. */
    NUMBER_DESTROYED(Severity.ERROR),
    NIK_TWICE(Severity.ERROR),
    PERSON_TWICE(Severity.ERROR),
    NO_KK_LENGTH(Severity.ERROR),
    NAME_MISSING(Severity.ERROR),
    REQUIRED_FOR_NEW(Severity.ERROR),
    CODE_UNKNOWN(Severity.ERROR),
    DATE_IMPOSSIBLE(Severity.ERROR),
    DATE_FORM(Severity.ERROR),
    DATE_IN_FUTURE(Severity.ERROR),
    COORDINATE_FORM(Severity.ERROR),
    TOO_LONG(Severity.ERROR),
    /** The register itself would not take the row. */
    REGISTER_REFUSED(Severity.ERROR);

    private final Severity severity;

    Problem(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }
}
