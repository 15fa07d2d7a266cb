package id.smartkampung.village.sync;

import id.smartkampung.model.event.VillageEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;

/** Collects what this transaction tells the district; numbered and stored just before it commits. */
@ApplicationScoped
public class Outbox {

    private final TransactionSynchronizationRegistry transaction;

    Outbox(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    /** This row was entered or changed. Its state is read just before the commit; twice the same row is one event. */
    @Transactional(TxType.MANDATORY)
    public void append(Synced row) {
        Pending.of(transaction).add(row.syncedTable(), row.syncedId(), row::toEvent);
    }

    /** This row was deleted, or is about to be in this transaction. */
    @Transactional(TxType.MANDATORY)
    public void appendRemoval(String table, UUID id, VillageEvent removal) {
        Pending.of(transaction).add(table, id, () -> removal);
    }
}
