package id.smartkampung.village.importer.sheet;

/** Why a whole file is not read; the sentence for the officer stands in the message bundle. */
public enum Refusal {
    /** More bytes than an upload may have. */
    TOO_LARGE,
    /** The form came without a file. */
    NOTHING_CHOSEN,
    EMPTY,
    PDF,
    /** The binary format before 2007, or a workbook behind a password, which looks the same from outside. */
    OLD_EXCEL,
    OPEN_DOCUMENT,
    /** A web page that calls itself a spreadsheet, as older systems export it. */
    HTML,
    /** An archive that is not a workbook. */
    NOT_A_WORKBOOK,
    /** Small outside, huge inside. */
    ZIP_BOMB,
    /** Neither text nor a workbook. */
    BINARY,
    /** Ends in the middle, or breaks its own format. */
    DAMAGED,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /** No line names the columns. */
    NO_HEADER,
    /** Two columns mean the same. */
    COLUMN_TWICE,
    COLUMN_MISSING,
    /** The stored file has disappeared from the disk. */
    GONE,
    /** The columns are there, but no person. */
    NO_ROWS
}
