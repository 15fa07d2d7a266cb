package id.smartkampung.model.proof;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a certificate states: at this place of its log the village holds these tables.
 *
 * @param tables in the order of their names
 */
public record ProvenPosition(NodeId node, LogPosition position, int digestVersion, List<TableProof> tables) {

    private static final byte[] TAG = "kampung-proof-v1".getBytes(StandardCharsets.US_ASCII);

    public ProvenPosition {
        List<TableProof> sorted = new ArrayList<>(tables);
        sorted.sort(Comparator.comparing(TableProof::table));
        tables = List.copyOf(sorted);
    }

    /**
     * The bytes that both keys sign: len ‖ {@code kampung-proof-v1} ‖ len ‖ node ‖ epoch (4) ‖ sequence (8) ‖ digest
     * version (4) ‖ number of tables (4) ‖ for each: len ‖ name ‖ count (4) ‖ root (32).
     */
    public byte[] statement() {
        byte[] names = Sha256.withLengths(TAG, node.value().getBytes(StandardCharsets.UTF_8));
        List<byte[]> parts = new ArrayList<>();
        for (TableProof table : tables) {
            byte[] name = Sha256.withLengths(table.table().getBytes(StandardCharsets.UTF_8));
            parts.add(ByteBuffer.allocate(name.length + 4 + Hash.LENGTH)
                    .put(name)
                    .putInt(table.count())
                    .put(table.root().bytes())
                    .array());
        }
        ByteBuffer bytes = ByteBuffer.allocate(
                names.length + 20 + parts.stream().mapToInt(part -> part.length).sum());
        bytes.put(names)
                .putInt(position.epoch())
                .putLong(position.sequence())
                .putInt(digestVersion)
                .putInt(tables.size());
        parts.forEach(bytes::put);
        return bytes.array();
    }
}
