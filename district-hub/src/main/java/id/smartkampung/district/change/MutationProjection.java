package id.smartkampung.district.change;

import id.smartkampung.district.store.Column;
import id.smartkampung.district.store.Differences;
import id.smartkampung.district.store.SubjectTable;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes births, deaths and moves of all villages; the last applied position wins. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class MutationProjection {

    static final SubjectTable<MutationRecorded> TABLE = new SubjectTable<>(
            Subject.MUTATION,
            // Those that hold and changed the number of inhabitants, by the month of the village's books and their
            // kind.
            "case when %1$s.counted and %1$s.undone_at is null"
                    + " then to_char(%1$s.booked_on, 'YYYY-MM') || ' ' || %1$s.kind end",
            MutationProjection::countedAs,
            List.of(
                    Column.uuid("resident_id", MutationRecorded::residentId),
                    Column.uuid("family_id", MutationRecorded::familyId),
                    Column.constant("kind", MutationRecorded::kind),
                    Column.date("happened_on", MutationRecorded::happenedOn),
                    Column.date("reported_on", MutationRecorded::reportedOn),
                    Column.date("booked_on", MutationRecorded::bookedOn),
                    Column.instant("recorded_at", MutationRecorded::recordedAt),
                    Column.bool("counted", MutationRecorded::counted),
                    Column.coded("sex", MutationRecorded::sex),
                    Column.coded("citizenship", MutationRecorded::citizenship),
                    Column.coded("residency", MutationRecorded::residency),
                    Column.coded("relationship", MutationRecorded::relationship),
                    Column.text("dusun", MutationRecorded::dusun),
                    Column.coded("move_kind", MutationRecorded::moveKind),
                    Column.text(
                            "other_area",
                            event -> event.otherArea() == null
                                    ? null
                                    : event.otherArea().value()),
                    Column.text("document", MutationRecorded::document),
                    Column.uuid("mother_id", MutationRecorded::motherId),
                    Column.uuid("group_id", MutationRecorded::groupId),
                    Column.instant("undone_at", MutationRecorded::undoneAt)));

    private final AgroalDataSource database;

    MutationProjection(AgroalDataSource database) {
        this.database = database;
    }

    /** Writes the last state of each mutation of a batch; says how many came to hold, or hold no more. */
    public Differences apply(NodeId node, Collection<Applied<MutationRecorded>> recorded) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TABLE.record(connection, node, recorded);
        }
    }

    /** Writes mutations as the village says they are, whatever is held; says how many hold now. */
    public Differences replace(
            NodeId node, Collection<Applied<MutationRecorded>> rows, Collection<UUID> absent, Integer bucket)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TABLE.replace(connection, node, rows, absent, bucket);
        }
    }

    private static String countedAs(MutationRecorded event) {
        return event.counted() && event.undoneAt() == null
                ? YearMonth.from(event.bookedOn()) + " " + event.kind().name()
                : null;
    }
}
