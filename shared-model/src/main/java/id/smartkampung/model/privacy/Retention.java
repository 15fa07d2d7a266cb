package id.smartkampung.model.privacy;

/** How long a field is kept. */
public enum Retention {
    /** As long as the register itself, which is a permanent archive (Permendagri 83/2022, classification 400.12). */
    PERMANENT_REGISTER,
    /** Until the fact no longer holds; then overwritten, and gone from the history after two years. */
    WHILE_TRUE,
    /** Ten years after the request ended. */
    TEN_YEARS_AFTER_END,
    /** Two years after the request ended. */
    TWO_YEARS_AFTER_END,
    /** Until the applicant has the letter. */
    UNTIL_HANDED_OUT
}
