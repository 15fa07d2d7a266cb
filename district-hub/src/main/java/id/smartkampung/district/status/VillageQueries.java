package id.smartkampung.district.status;

import id.smartkampung.district.village.VillageConfig;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the village servers with the state of their logs. */
@ApplicationScoped
public class VillageQueries {

    private static final String VILLAGES = """
            select v.node, v.kode_desa, v.name, v.kelurahan, v.registered_at, v.last_heard_at, v.version,
                c.epoch, c.sequence, c.head_epoch, c.head_sequence, c.last_event_at, c.last_applied_at, c.repeats,
                c.gap_from, c.gap_to, c.gap_since, c.state, c.state_since, c.behind_since, c.flooded_at, c.clock_off_ms,
                (select count(*) from parked_event p where p.node = v.node) as parked,
                (select min(parked_at) from parked_event p where p.node = v.node) as parked_since,
                (select count(*) from skipped_event s where s.node = v.node and s.healed_epoch is null) as skipped,
                (select count(*) from incident i where i.node = v.node) as incidents
            from village v join log_cursor c on c.node = v.node
            """;

    private static final Duration FLOOD_SHOWN = Duration.ofMinutes(2);

    private final AgroalDataSource database;
    private final VillageConfig config;
    private final Clock clock;

    VillageQueries(AgroalDataSource database, VillageConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** All village servers in the order of their kode desa. */
    public List<VillageStatus> all() {
        return list(VILLAGES + "order by v.kode_desa, v.node", null);
    }

    /** The village servers of a part of the regency, in the same order. */
    List<VillageStatus> of(VisibleArea area) {
        return list(VILLAGES + "where v.kode_desa ^@ any (?) order by v.kode_desa, v.node", area.orNull());
    }

    public Optional<VillageStatus> find(NodeId node) {
        return list(VILLAGES + "where v.node = any (?)", new String[] {node.value()}).stream()
                .findFirst();
    }

    /** The ids of all registered village servers. */
    public List<NodeId> nodes() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select node from village order by node");
                ResultSet rows = select.executeQuery()) {
            List<NodeId> nodes = new ArrayList<>();
            while (rows.next()) {
                nodes.add(new NodeId(rows.getString(1)));
            }
            return nodes;
        } catch (SQLException e) {
            throw new IllegalStateException("the registered villages cannot be read", e);
        }
    }

    private List<VillageStatus> list(String query, String[] chosen) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            if (chosen != null) {
                select.setArray(1, connection.createArrayOf("text", chosen));
            }
            try (ResultSet rows = select.executeQuery()) {
                List<VillageStatus> villages = new ArrayList<>();
                while (rows.next()) {
                    villages.add(status(rows, now));
                }
                return villages;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the villages cannot be read", e);
        }
    }

    private VillageStatus status(ResultSet row, Instant now) throws SQLException {
        long sequence = row.getLong("sequence");
        long gapFrom = row.getLong("gap_from");
        Gap gap = row.wasNull() ? null : new Gap(gapFrom, row.getLong("gap_to"), instant(row, "gap_since"));
        long announced = row.getInt("head_epoch") == row.getInt("epoch") ? row.getLong("head_sequence") : 0;
        // What lies beyond a gap was seen, so the village has come at least that far.
        long head = Math.max(announced, gap == null ? 0 : gap.to());
        Instant lastHeardAt = instant(row, "last_heard_at");
        long lag = Math.max(0, head - sequence);
        long parked = row.getLong("parked");
        Signs signs = signs(row, now);
        boolean stalled = signs.behindSince() != null
                && signs.behindSince().isBefore(now.minus(config.stalledAfter()))
                && isBefore(instant(row, "last_applied_at"), now.minus(config.stalledAfter()));
        return new VillageStatus(
                new NodeId(row.getString("node")),
                new KodeWilayah(row.getString("kode_desa")),
                row.getString("name"),
                row.getBoolean("kelurahan"),
                instant(row, "registered_at"),
                lastHeardAt,
                row.getString("version"),
                row.getInt("epoch"),
                sequence,
                lag,
                instant(row, "last_event_at"),
                instant(row, "last_applied_at"),
                row.getLong("repeats"),
                gap,
                parked,
                row.getLong("incidents"),
                VillageState.of(
                        row.getString("state"),
                        gap,
                        lastHeardAt,
                        now.minus(config.offlineAfter()),
                        lag,
                        stalled,
                        parked),
                instant(row, "state_since"),
                signs);
    }

    private Signs signs(ResultSet row, Instant now) throws SQLException {
        Duration clockOff = Duration.ofMillis(row.getLong("clock_off_ms"));
        String version = row.getString("version");
        return new Signs(
                instant(row, "behind_since"),
                instant(row, "parked_since"),
                !isBefore(instant(row, "flooded_at"), now.minus(FLOOD_SHOWN)),
                clockOff.abs().compareTo(config.clockTolerance()) > 0 ? clockOff : Duration.ZERO,
                version != null
                        && config.oldestVersion()
                                .map(oldest -> Versions.isOlder(version, oldest))
                                .orElse(false),
                row.getLong("skipped"));
    }

    /** What never was counts as long ago. */
    private static boolean isBefore(Instant at, Instant limit) {
        return at == null || at.isBefore(limit);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
