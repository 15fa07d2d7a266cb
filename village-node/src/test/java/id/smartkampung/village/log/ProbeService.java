package id.smartkampung.village.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes probes as features write their rows. */
@ApplicationScoped
public class ProbeService {

    private final EntityManager entities;
    private final Outbox outbox;
    private final TransactionSynchronizationRegistry transaction;

    ProbeService(EntityManager entities, Outbox outbox, TransactionSynchronizationRegistry transaction) {
        this.entities = entities;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @Transactional
    public Probe record(String label) {
        return record(label, probe -> {});
    }

    @Transactional
    public Probe record(String label, Consumer<Probe> afterwards) {
        Probe probe = Probe.labelled(label);
        entities.persist(probe);
        outbox.append(probe);
        afterwards.accept(probe);
        return probe;
    }

    /** Several flushes of one row in one transaction. */
    @Transactional
    public Probe recordInSteps(String... labels) {
        Probe probe = Probe.labelled(labels[0]);
        entities.persist(probe);
        outbox.append(probe);
        for (String label : labels) {
            probe.label = label;
            entities.flush();
        }
        return probe;
    }

    @Transactional
    public void changeAndRemove(UUID id) {
        Probe probe = entities.find(Probe.class, id);
        probe.label = "changed before it goes";
        outbox.append(probe);
        entities.flush();
        entities.remove(probe);
        outbox.appendRemoval(probe.syncedTable(), id, probe.removal());
    }

    @Transactional
    public void change(UUID id, Consumer<Probe> change) {
        Probe probe = entities.find(Probe.class, id);
        change.accept(probe);
        outbox.append(probe);
    }

    @Transactional
    public void changeSilently(UUID id, String label) {
        entities.find(Probe.class, id).label = label;
    }

    @Transactional
    public void remove(UUID id) {
        Probe probe = entities.find(Probe.class, id);
        entities.remove(probe);
        outbox.appendRemoval(probe.syncedTable(), id, probe.removal());
    }

    @Transactional
    public void removeSilently(UUID id) {
        entities.remove(entities.find(Probe.class, id));
    }

    /** Changes a probe when its event has been built already. */
    @Transactional
    public void changeTooLate(UUID id) {
        Probe probe = entities.find(Probe.class, id);
        probe.label = "in time";
        outbox.append(probe);
        transaction.registerInterposedSynchronization(new BeforeCompletion(() -> {
            probe.label = "too late";
            entities.flush();
        }));
    }
}
