package id.smartkampung.model.letter;

/** What becomes of a letter. */
public enum LetterState {
    /** <i>Bernomor</i>: waits for its signature. */
    NUMBERED,
    /** <i>Ditandatangani</i>. */
    SIGNED,
    /** <i>Dicabut</i>: signed once, and no longer to be accepted. */
    WITHDRAWN,
    /** <i>Batal</i>: given up before it was signed; its number stays used. */
    CANCELLED
}
