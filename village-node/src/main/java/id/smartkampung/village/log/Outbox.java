package id.smartkampung.village.log;

import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.LogPosition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** Collects what this transaction tells the district; numbered and stored just before it commits. */
@ApplicationScoped
public class Outbox {

    private final TransactionSynchronizationRegistry transaction;
    private final EntityManager entities;
    private final LogWriter log;
    private final RelaySignal relay;

    Outbox(TransactionSynchronizationRegistry transaction, EntityManager entities, LogWriter log, RelaySignal relay) {
        this.transaction = transaction;
        this.entities = entities;
        this.log = log;
        this.relay = relay;
    }

    /** This row was entered or changed. Its state is read just before the commit; twice the same row is one event. */
    @Transactional(TxType.MANDATORY)
    public void append(Synced row) {
        pending().add(row.syncedTable(), row.syncedId(), row::toEvent);
    }

    /** This row was deleted, or is about to be in this transaction. */
    @Transactional(TxType.MANDATORY)
    public void appendRemoval(String table, UUID id, VillageEvent removal) {
        pending().add(table, id, () -> removal);
    }

    /** Something that is about no row. To say what all rows are, the log must be held. */
    @Transactional(TxType.MANDATORY)
    public void appendWord(VillageEvent word) {
        pending().add(null, word.subject().id(), () -> word);
    }

    /**
     * Holds the log to the end of this transaction: what was committed is in it, and nobody else appends before us.
     *
     * @return the place that the next event of this transaction will have
     */
    @Transactional(TxType.MANDATORY)
    public LogPosition hold() {
        LogPosition end = log.hold().position();
        int announced = Pending.find(transaction).map(Pending::size).orElse(0);
        return new LogPosition(end.epoch(), end.sequence() + announced + 1);
    }

    private Pending pending() {
        return Pending.find(transaction).orElseGet(() -> {
            Pending begun = Pending.begin(transaction);
            // A session that is opened only to be flushed before the commit comes too late for it.
            entities.joinTransaction();
            transaction.registerInterposedSynchronization(new Completion(begun));
            return begun;
        });
    }

    /** What happens around the commit of a transaction that leaves events. */
    private final class Completion implements Synchronization {

        private final Pending pending;

        Completion(Pending pending) {
            this.pending = pending;
        }

        /** Whatever is thrown here rolls the transaction back. */
        @Override
        public void beforeCompletion() {
            entities.flush();
            log.append(pending.seal());
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
