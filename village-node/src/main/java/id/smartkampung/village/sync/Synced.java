package id.smartkampung.village.sync;

import id.smartkampung.model.event.VillageEvent;
import java.util.UUID;

/** A row whose changes leave the village. */
public interface Synced {

    String syncedTable();

    UUID syncedId();

    VillageEvent toEvent();
}
