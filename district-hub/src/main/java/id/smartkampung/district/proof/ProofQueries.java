package id.smartkampung.district.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.Certificate;
import id.smartkampung.model.proof.ProvenPosition;
import id.smartkampung.model.proof.Repair;
import id.smartkampung.model.proof.TableProof;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads how far the rows of the villages are proven. */
@ApplicationScoped
public class ProofQueries {

    private static final String STATES = """
            select v.node, p.sequence, p.proven_at, p.checked_at, coalesce(p.explained, 0) as explained, r.step, r.since
            from village v left join proof p on p.node = v.node left join repair r on r.node = v.node
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Reading reading;

    ProofQueries(Reading reading) {
        this.reading = reading;
    }

    /** The last proof of a village as it goes into a certificate. */
    public record LastProof(
            ProvenPosition proven, Instant provenAt, int explained, Certificate.Signature villageSignature) {}

    public Map<NodeId, ProofState> byVillage() {
        Map<NodeId, ProofState> states = new HashMap<>();
        reading.list(row -> states.put(new NodeId(row.getString("node")), state(row)), STATES);
        return states;
    }

    public ProofState of(NodeId node) {
        return reading.first(ProofQueries::state, STATES + "where v.node = ?", node.value())
                .orElse(ProofState.NONE);
    }

    /** Empty before the first proof. */
    public Optional<LastProof> lastProof(NodeId node) {
        return reading.first(
                row -> lastProof(node, row),
                "select * from proof where node = ? and proven_at is not null",
                node.value());
    }

    private static ProofState state(ResultSet row) throws SQLException {
        String step = row.getString("step");
        return new ProofState(
                Reading.number(row, "sequence"),
                Reading.instant(row, "proven_at"),
                Reading.instant(row, "checked_at"),
                row.getInt("explained"),
                step == null ? null : Repair.Step.valueOf(step),
                Reading.instant(row, "since"));
    }

    private static LastProof lastProof(NodeId node, ResultSet row) throws SQLException {
        List<TableProof> tables = tables(row.getString("tables")).stream()
                .map(table -> new TableProof(table.table(), table.count(), Hash.ofHex(table.root())))
                .toList();
        String signature = row.getString("signature");
        return new LastProof(
                new ProvenPosition(
                        node,
                        new LogPosition(row.getInt("epoch"), row.getLong("sequence")),
                        row.getInt("digest_version"),
                        tables),
                Reading.instant(row, "proven_at"),
                row.getInt("explained"),
                signature == null ? null : new Certificate.Signature(row.getString("key_id"), signature));
    }

    private static List<Certificate.Table> tables(String json) throws SQLException {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("what was proven cannot be read", e);
        }
    }
}
