package id.smartkampung.village.importer.row;

/** Whether a row comes in nevertheless. */
public enum Severity {
    /** The row comes in and is marked. */
    WARNING,
    /** The row stays outside until it is put right in the file. */
    ERROR
}
