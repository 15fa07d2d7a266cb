package id.smartkampung.deploy.bench;

import id.smartkampung.deploy.history.History;
import id.smartkampung.deploy.population.Population;
import id.smartkampung.deploy.senders.HistoryLog;
import id.smartkampung.deploy.senders.LogFeeder;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Writes made-up villages straight into the tables of a hub, as they would be after all events: for measures of many more
 * people than the log would bring in a day. The raw events themselves are left out, as of a hub that has let them go.
 */
final class StraightFill {

    private final FillOptions options;
    private final PrintStream out;

    StraightFill(FillOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Each village in one transaction; one that is there already is left as it is. */
    void load(Connection owner, HubTotals known, Map<KodeWilayah, NodeKey> keys) throws SQLException {
        owner.setAutoCommit(false);
        long begun = System.nanoTime();
        long done = 0;
        int village = 0;
        for (Map.Entry<KodeWilayah, NodeKey> entry : keys.entrySet()) {
            NodeId node = new NodeId(entry.getKey().value());
            if (known.applied(node) == 0) {
                load(owner, entry.getKey(), entry.getValue());
            }
            owner.commit();
            done += (long) options.times() * options.sizes().get(entry.getKey());
            double seconds = (System.nanoTime() - begun) / 1e9;
            out.printf(
                    "%s  village %d of %d  %,d of %,d residents  %,.0f a second  %.0f s left%n",
                    entry.getKey(),
                    ++village,
                    keys.size(),
                    done,
                    options.residents(),
                    done / seconds,
                    (options.residents() - done) * seconds / done);
        }
        owner.setAutoCommit(true);
        StraightRows.analyze(owner);
    }

    private void load(Connection owner, KodeWilayah kode, NodeKey key) throws SQLException {
        NodeId node = new NodeId(kode.value());
        HistoryLog log = new HistoryLog(node, key, options.seed());
        LogHead head = LogHead.start(node);
        for (int part = 0; part < options.times(); part++) {
            Population population = Population.part(options.seed(), part, options.times());
            History history = History.of(population, kode, options.sizes().get(kode));
            StraightRows rows = new StraightRows(node);
            Iterator<Envelope> envelopes = log.envelopes(history, head);
            while (envelopes.hasNext()) {
                Envelope next = envelopes.next();
                rows.add(next);
                head = next.head();
            }
            rows.copy(owner);
        }
        try (PreparedStatement cursor = owner.prepareStatement(
                "update log_cursor set (epoch, sequence, hash, last_applied_at) = (?, ?, ?, now()) where node = ?")) {
            cursor.setInt(1, head.position().epoch());
            cursor.setLong(2, head.position().sequence());
            cursor.setBytes(3, head.hash().bytes());
            cursor.setString(4, node.value());
            cursor.executeUpdate();
        }
    }

    /**
     * Lets the hub count its totals by its own rules: a part of a snapshot without rows changes none, and after each part
     * of a snapshot all rows of its table are counted.
     */
    void recount(HubTotals hub, LogFeeder feeder, Map<KodeWilayah, NodeKey> keys, FillProgress progress)
            throws SQLException {
        for (Map.Entry<KodeWilayah, NodeKey> entry : keys.entrySet()) {
            NodeId node = new NodeId(entry.getKey().value());
            HistoryLog log = new HistoryLog(node, entry.getValue(), options.seed());
            LogHead head = hub.head(node);
            for (CanonicalTable table : CanonicalTable.values()) {
                Envelope next = log.envelope(head, afterwards(), nothingOf(table, head));
                feeder.send(next, entry.getValue());
                head = next.head();
            }
            progress.toCount(head.position().sequence());
        }
        feeder.flush();
    }

    private static SnapshotChunk nothingOf(CanonicalTable table, LogHead before) {
        String name = before.node() + " " + before.position() + " " + table.table();
        return new SnapshotChunk(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)),
                null,
                table.table(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The same each time, like everything else in this log. */
    private static Instant afterwards() {
        LocalDate day = Population.referenceDate().plusDays(1);
        return day.atTime(8, 0).toInstant(ZoneOffset.ofHours(7));
    }
}
