package id.smartkampung.village.history;

import id.smartkampung.village.value.FieldText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Writes down who changed which field from what to what, in the transaction of the change. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class History {

    private final Clock clock;

    History(Clock clock) {
        this.clock = clock;
    }

    /** Writes the value into the entity and into the history, if it differs. */
    public <E> boolean change(E entity, String kind, UUID id, Column<E, ?> column, Object value, Author author) {
        String before = FieldText.of(column.get(entity));
        if (!column.set(entity, value)) {
            return false;
        }
        record(kind, id, column.property(), before, FieldText.of(value), author);
        return true;
    }

    /** The whole subject was entered. */
    public void entered(String kind, UUID id, Author author) {
        record(kind, id, FieldChange.ENTERED, null, null, author);
    }

    /** The whole subject was taken out of the register. */
    public void removed(String kind, UUID id, String reason, Author author) {
        record(kind, id, FieldChange.REMOVED, null, reason, author);
    }

    public Instant now() {
        return clock.instant();
    }

    private void record(String kind, UUID id, String field, String before, String after, Author author) {
        FieldChange change = new FieldChange();
        change.subjectKind = kind;
        change.subjectId = id;
        change.field = field;
        change.oldValue = before;
        change.newValue = after;
        change.at = clock.instant();
        change.accountId = author.accountId();
        change.username = author.username();
        change.source = author.source();
        change.persist();
    }
}
