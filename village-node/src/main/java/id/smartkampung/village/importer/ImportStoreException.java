package id.smartkampung.village.importer;

/** The disk or the database would not keep or give back what an import needs. */
class ImportStoreException extends IllegalStateException {

    ImportStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
