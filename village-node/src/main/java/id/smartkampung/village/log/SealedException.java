package id.smartkampung.village.log;

import java.util.UUID;

/** A row was to change after the events of its transaction were numbered; the transaction must be rolled back. */
public class SealedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    SealedException(String table, UUID id) {
        super("the events of this transaction are numbered already, " + table + " " + id + " comes too late");
    }
}
