package id.smartkampung.village.log;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.event.VillageEvent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The events of one transaction that were announced and not yet numbered. */
final class Pending {

    private final Map<Row, Supplier<VillageEvent>> events = new LinkedHashMap<>();
    private boolean sealed;

    /** A row of a synced table; without a table an event that is about no row. */
    record Row(String table, UUID id) {

        /** Kinds of subjects that are rows, and their tables. */
        private static final Map<String, String> TABLES = Map.of(
                Subject.RESIDENT, "resident",
                Subject.FAMILY, "family",
                Subject.REQUEST, "request",
                Subject.MUTATION, "mutation",
                Subject.KEY, LogKeys.TABLE);

        /** The row that an event of the log is about; without a name when it is about none. */
        static Row of(String text) {
            Subject subject = Subject.parse(text);
            String table = TABLES.get(subject.kind());
            return new Row(table, table == null ? null : subject.id());
        }
    }

    /** An event with the row that it is about. */
    record Announced(Row row, VillageEvent event) {}

    private Pending() {}

    /** Those of the running transaction. */
    static Optional<Pending> find(TransactionSynchronizationRegistry transaction) {
        return Optional.ofNullable((Pending) transaction.getResource(Pending.class));
    }

    static Pending begin(TransactionSynchronizationRegistry transaction) {
        Pending pending = new Pending();
        transaction.putResource(Pending.class, pending);
        return pending;
    }

    /** The last word about a row counts: changed and then removed is removed. */
    void add(String table, UUID id, Supplier<VillageEvent> event) {
        if (sealed) {
            throw new SealedException(table, id);
        }
        events.put(new Row(table, id), event);
    }

    int size() {
        return events.size();
    }

    /** Reads every row; nothing can be added or changed after. */
    List<Announced> seal() {
        List<Announced> announced = events.entrySet().stream()
                .map(entry -> new Announced(entry.getKey(), entry.getValue().get()))
                .toList();
        sealed = true;
        return announced;
    }

    boolean isSealed() {
        return sealed;
    }
}
