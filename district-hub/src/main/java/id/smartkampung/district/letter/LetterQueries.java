package id.smartkampung.district.letter;

import id.smartkampung.district.web.Reading;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.letter.ArchiveScheme;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the letters of all villages. */
@ApplicationScoped
public class LetterQueries {

    private static final String LETTERS =
            "select l.*, v.name, v.kelurahan, v.kode_kecamatan from letter l join village v on v.node = l.node ";

    private final Reading reading;

    LetterQueries(Reading reading) {
        this.reading = reading;
    }

    /** A village as people call it. */
    record Sender(String name, String kecamatan, boolean kelurahan) {}

    /** A letter as its village told it, with that village. */
    record Told(LetterRecorded letter, Sender village) {}

    /** The letter of a code; where two villages claim one, that of the village which the paper names, else the older. */
    Optional<Told> find(LetterCode code, NodeId node) {
        String named = node == null ? "" : node.value();
        return reading.first(
                LetterQueries::told,
                LETTERS + "where l.code = ? order by l.node = ? desc, l.issued_on, l.node limit 1",
                code.value(),
                named);
    }

    /** The letters of a request, the oldest first. */
    public List<LetterRecorded> ofRequest(NodeId node, UUID request) {
        return reading.list(
                row -> told(row).letter(),
                LETTERS + "where l.node = ? and l.request_id = ? order by l.issued_on, l.sequence, l.id",
                node.value(),
                request);
    }

    private static Told told(ResultSet row) throws SQLException {
        LetterRecorded letter = new LetterRecorded(
                row.getObject("id", UUID.class),
                row.getObject("request_id", UUID.class),
                row.getObject("applicant_id", UUID.class),
                new LetterKind(row.getString("kind")),
                row.getInt("type_version"),
                row.getString("type_name"),
                constant(ArchiveScheme.class, row.getString("scheme")),
                row.getString("classification"),
                row.getString("number"),
                row.getInt("year"),
                row.getInt("sequence"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                LetterState.valueOf(row.getString("state")),
                Reading.instant(row, "state_at"),
                row.getString("reason"),
                row.getString("signer_title"),
                row.getString("signer_name"),
                constant(SigningMethod.class, row.getString("method")),
                new LetterCode(row.getString("code")),
                row.getString("subject_masked"),
                LetterFact.read(row.getString("facts")),
                row.getString("file_sha256"),
                Reading.number(row, "file_bytes"));
        return new Told(letter, village(row));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** When a village was last heard of; nothing where it never was. */
    Optional<Instant> heardAt(NodeId node) {
        return reading.first(
                row -> Reading.instant(row, "last_heard_at"),
                "select last_heard_at from village where node = ? and last_heard_at is not null",
                node.value());
    }

    Optional<Sender> village(NodeId node) {
        return reading.first(
                LetterQueries::village,
                "select name, kelurahan, kode_kecamatan from village where node = ?",
                node.value());
    }

    private static Sender village(ResultSet row) throws SQLException {
        KodeWilayah kecamatan = new KodeWilayah(row.getString("kode_kecamatan"));
        return new Sender(
                row.getString("name"),
                Wilayah.find(kecamatan).map(Wilayah.Area::name).orElse(kecamatan.value()),
                row.getBoolean("kelurahan"));
    }
}
