package id.smartkampung.village.log;

import id.smartkampung.model.event.VillageEvent;
import java.util.UUID;

/** A row whose changes leave the village. */
public interface Synced {

    /** The table that holds it, and whose guard asks for its events. */
    String syncedTable();

    UUID syncedId();

    /** The whole state that leaves, read when the transaction is about to commit. */
    VillageEvent toEvent();
}
