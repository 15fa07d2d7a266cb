package id.smartkampung.village.sync;

import id.smartkampung.model.event.VillageEvent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The events of one transaction that were announced and not yet numbered. */
final class Pending {

    private final Map<Row, Supplier<VillageEvent>> events = new LinkedHashMap<>();
    private boolean sealed;

    /** A row of a synced table. */
    record Row(String table, UUID id) {}

    /** An event with the row that it is about. */
    record Announced(Row row, VillageEvent event) {}

    private Pending() {}

    /** Those of the running transaction, begun with the first. */
    static Pending of(TransactionSynchronizationRegistry transaction) {
        Pending pending = (Pending) transaction.getResource(Pending.class);
        if (pending == null) {
            pending = new Pending();
            transaction.putResource(Pending.class, pending);
        }
        return pending;
    }

    /** The last word about a row counts: changed and then removed is removed. */
    void add(String table, UUID id, Supplier<VillageEvent> event) {
        if (sealed) {
            throw new IllegalStateException("the events of this transaction are numbered already: " + table + " " + id);
        }
        events.put(new Row(table, id), event);
    }

    /** Reads every row; nothing can be added after. */
    List<Announced> seal() {
        sealed = true;
        return events.entrySet().stream()
                .map(entry -> new Announced(entry.getKey(), entry.getValue().get()))
                .toList();
    }

    boolean isSealed() {
        return sealed;
    }
}
