package id.smartkampung.model.letter;

/** Schemes of archive classification that the number of a letter begins with. */
public enum ArchiveScheme {
    PERMENDAGRI_83_2022,
    FORMER
}
