package id.smartkampung.district.family;

import id.smartkampung.district.store.Column;
import id.smartkampung.district.store.Differences;
import id.smartkampung.district.store.SubjectTable;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Writes the families of all villages; the last applied position wins. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class FamilyProjection {

    static final SubjectTable<FamilyRecorded> TABLE = new SubjectTable<>(
            Subject.FAMILY,
            "case when %1$s.id is not null then '' end",
            event -> "",
            List.of(
                    Column.text(
                            "no_kk",
                            event -> event.noKk() == null ? null : event.noKk().value()),
                    Column.text("address", FamilyRecorded::address),
                    Column.text("dusun", FamilyRecorded::dusun),
                    Column.text("rw", FamilyRecorded::rw),
                    Column.text("rt", FamilyRecorded::rt)));

    private final AgroalDataSource database;

    FamilyProjection(AgroalDataSource database) {
        this.database = database;
    }

    /** Writes the last state of each family of a batch; says how the number of families moved. */
    public Differences apply(
            NodeId node, Collection<Applied<FamilyRecorded>> recorded, Collection<Applied<FamilyRemoved>> removed)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TABLE.record(connection, node, recorded).plus(TABLE.remove(connection, node, removed));
        }
    }
}
