package id.smartkampung.district.letter;

import id.smartkampung.district.store.Column;
import id.smartkampung.district.store.Differences;
import id.smartkampung.district.store.SubjectTable;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Writes the letters of all villages; the last applied position wins. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class LetterProjection {

    static final SubjectTable<LetterRecorded> TABLE = new SubjectTable<>(
            Subject.LETTER,
            "%1$s.state",
            event -> event.state().name(),
            List.of(
                    Column.uuid("request_id", LetterRecorded::requestId),
                    Column.uuid("applicant_id", LetterRecorded::applicantId),
                    Column.text("kind", event -> event.kind().code()),
                    Column.integer("type_version", LetterRecorded::typeVersion),
                    Column.text("type_name", LetterRecorded::typeName),
                    Column.constant("scheme", LetterRecorded::scheme),
                    Column.text("classification", LetterRecorded::classification),
                    Column.text("number", LetterRecorded::number),
                    Column.integer("year", LetterRecorded::year),
                    Column.integer("sequence", LetterRecorded::sequence),
                    Column.date("issued_on", LetterRecorded::issuedOn),
                    Column.date("valid_until", LetterRecorded::validUntil),
                    Column.constant("state", LetterRecorded::state),
                    Column.instant("state_at", LetterRecorded::stateAt),
                    Column.text("reason", LetterRecorded::reason),
                    Column.text("signer_title", LetterRecorded::signerTitle),
                    Column.text("signer_name", LetterRecorded::signerName),
                    Column.constant("method", LetterRecorded::method),
                    Column.text("code", event -> event.code().value()),
                    Column.text("subject_masked", LetterRecorded::subjectMasked),
                    Column.text("facts", event -> LetterFact.text(event.facts())),
                    Column.text("file_sha256", LetterRecorded::fileSha256),
                    Column.bigint("file_bytes", LetterRecorded::fileBytes)));

    private final AgroalDataSource database;

    LetterProjection(AgroalDataSource database) {
        this.database = database;
    }

    /** Writes the last state of each letter of a batch; says how the number in each state moved. */
    public Differences apply(NodeId node, Collection<Applied<LetterRecorded>> recorded) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TABLE.record(connection, node, recorded);
        }
    }

    /** Writes letters as the village says they are, whatever is held; says how many there are now. */
    public Differences replace(
            NodeId node, Collection<Applied<LetterRecorded>> rows, Collection<UUID> absent, Integer bucket)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            return TABLE.replace(connection, node, rows, absent, bucket);
        }
    }
}
