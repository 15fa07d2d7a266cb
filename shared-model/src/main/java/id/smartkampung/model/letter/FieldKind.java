package id.smartkampung.model.letter;

/** What may be filled in at a field of a letter type. */
public enum FieldKind {
    TEXT,
    LONG_TEXT,
    /** One of the options of the field. */
    CHOICE,
    DATE,
    DATE_TIME,
    NUMBER,
    DECIMAL,
    /** Whole rupiah. */
    MONEY,
    YES_NO,
    /** One person: a NIK of the register, or a name for who is not in it. */
    PERSON,
    /** One person who died; the only place where the register's dead are not pointed out. */
    DECEASED,
    /** Several people, one a line. */
    PEOPLE,
    EDUCATION,
    RELATIONSHIP,
    SEX;

    /** Whether a block may show who stands here. */
    public boolean isPerson() {
        return this == PERSON || this == DECEASED;
    }
}
