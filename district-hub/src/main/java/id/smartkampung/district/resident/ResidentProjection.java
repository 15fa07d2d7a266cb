package id.smartkampung.district.resident;

import id.smartkampung.district.population.Profile;
import id.smartkampung.district.store.Column;
import id.smartkampung.district.store.Differences;
import id.smartkampung.district.store.SubjectTable;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.BaseStatus;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes the residents of all villages; the last applied position wins, so a late or repeated event changes nothing. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class ResidentProjection {

    static final SubjectTable<ResidentRecorded> TABLE = new SubjectTable<>(
            Subject.RESIDENT,
            // Who is alive and here counts.
            "case when %1$s.base_status = 1 then " + Profile.SQL + " end",
            ResidentProjection::countedAs,
            List.of(
                    Column.uuid("family_id", ResidentRecorded::familyId),
                    Column.text("nik", event -> digits(event.nik())),
                    Column.text("full_name", ResidentRecorded::fullName),
                    Column.coded("sex", ResidentRecorded::sex),
                    Column.text("born_in", ResidentRecorded::bornIn),
                    Column.date("born_on", ResidentRecorded::bornOn),
                    Column.coded("religion", ResidentRecorded::religion),
                    Column.coded("education", ResidentRecorded::education),
                    Column.coded("schooling", ResidentRecorded::schooling),
                    Column.coded("occupation", ResidentRecorded::occupation),
                    Column.coded("marital_status", ResidentRecorded::maritalStatus),
                    Column.coded("relationship", ResidentRecorded::relationship),
                    Column.coded("citizenship", ResidentRecorded::citizenship),
                    Column.text("father_nik", event -> digits(event.fatherNik())),
                    Column.text("father_name", ResidentRecorded::fatherName),
                    Column.text("mother_nik", event -> digits(event.motherNik())),
                    Column.text("mother_name", ResidentRecorded::motherName),
                    Column.coded("blood_group", ResidentRecorded::bloodGroup),
                    Column.text("birth_certificate", ResidentRecorded::birthCertificate),
                    Column.text("marriage_certificate", ResidentRecorded::marriageCertificate),
                    Column.date("married_on", ResidentRecorded::marriedOn),
                    Column.text("divorce_certificate", ResidentRecorded::divorceCertificate),
                    Column.date("divorced_on", ResidentRecorded::divorcedOn),
                    Column.coded("disability", ResidentRecorded::disability),
                    Column.coded("pregnancy", ResidentRecorded::pregnancy),
                    Column.coded("ktp_holding", ResidentRecorded::ktpHolding),
                    Column.coded("ktp_recording", ResidentRecorded::ktpRecording),
                    Column.text("current_address", ResidentRecorded::currentAddress),
                    Column.coded("base_status", ResidentRecorded::baseStatus),
                    Column.coded("residency", ResidentRecorded::residency),
                    Column.text("ethnicity", ResidentRecorded::ethnicity),
                    Column.coded("insurance", ResidentRecorded::insurance),
                    Column.text("dusun", ResidentRecorded::dusun),
                    Column.text("rw", ResidentRecorded::rw),
                    Column.text("rt", ResidentRecorded::rt)));

    private final AgroalDataSource database;

    ResidentProjection(AgroalDataSource database) {
        this.database = database;
    }

    /** Writes the last state of each resident of a batch; says of which profiles there are more or less. */
    public Differences apply(
            NodeId node, Collection<Applied<ResidentRecorded>> recorded, Collection<Applied<ResidentRemoved>> removed)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TABLE.record(connection, node, recorded).plus(TABLE.remove(connection, node, removed));
        }
    }

    /** Writes residents as the village says they are, whatever is held; says how many of each profile there are now. */
    public Differences replace(
            NodeId node, Collection<Applied<ResidentRecorded>> rows, Collection<UUID> absent, Integer bucket)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TABLE.replace(connection, node, rows, absent, bucket);
        }
    }

    private static String countedAs(ResidentRecorded event) {
        return event.baseStatus() == BaseStatus.ALIVE ? Profile.spell(event) : null;
    }

    private static String digits(Nik nik) {
        return nik == null ? null : nik.value();
    }
}
