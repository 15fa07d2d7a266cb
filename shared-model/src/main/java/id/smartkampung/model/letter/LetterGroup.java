package id.smartkampung.model.letter;

/** What sort of paper a letter type is. */
public enum LetterGroup {
    /** <i>Keterangan</i>. */
    STATEMENT,
    /** <i>Pengantar</i>. */
    INTRODUCTION,
    /** <i>Formulir</i>, signed by citizens. */
    FORM,
    /** <i>Pernyataan</i>, signed by citizens and acknowledged. */
    DECLARATION,
    /** <i>Salinan</i> of the register. */
    COPY,
    /** For the village's own officers. */
    INTERNAL
}
