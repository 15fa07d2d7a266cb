package id.smartkampung.village.importer.row;

/** What the cells of a column are read as. */
enum Kind {
    TEXT,
    NAME,
    NIK,
    PARENT_NIK,
    NO_KK,
    DATE,
    CODE,
    DUSUN,
    RT_RW,
    COORDINATE,
    CARD_TAG
}
