package id.smartkampung.village.log;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.VillageEvent;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** A synced row for the tests of the log. */
@Entity
public class Probe implements Synced {

    @Id
    public UUID id = UUID.randomUUID();

    @Version
    public int version;

    public String label;

    public static Probe labelled(String label) {
        Probe probe = new Probe();
        probe.label = label;
        return probe;
    }

    @Override
    public String syncedTable() {
        return "probe";
    }

    @Override
    public UUID syncedId() {
        return id;
    }

    @Override
    public VillageEvent toEvent() {
        return new FamilyRecorded(id, null, label, null, null, null);
    }

    public VillageEvent removal() {
        return new FamilyRemoved(id);
    }
}
