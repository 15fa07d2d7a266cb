package id.smartkampung.district.lineage;

import id.smartkampung.district.lineage.Lineage.Check;
import id.smartkampung.district.lineage.Lineage.Duplicate;
import id.smartkampung.district.lineage.Lineage.Place;
import id.smartkampung.model.lineage.Conservation;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.BaseStatus;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Looks whether a change of villages lost or doubled anybody. The logs of all its villages are held meanwhile, so that
 * what is found is true of one place in each; that the rows are those of the villages is proven for each by itself.
 */
@ApplicationScoped
public class ConservationService {

    private static final String CENSUS = "select distinct unnest(residents) from lineage_census where lineage_id = ?";

    private static final String HANDED = """
            select h.node, h.residents, t.seq is not null as taken
            from handover h
            join lineage_part p on (p.from_node, p.to_node) = (h.node, h.to_node)
            left join takeover t on t.node = h.to_node and t.handover_id = h.id
            where p.lineage_id = ?
            """;

    private static final String HELD = "select node, id from resident where node = any(?) and base_status <> ?";

    /** Taken out, or made invalid: by a village itself, unless it handed them over. */
    private static final String OUT = """
            select node, id from resident where node = any(?) and base_status = ?
            union
            select node, id from removed_subject where node = any(?) and kind = 'resident'
            """;

    /** Erased by any of the villages: also by the one that gave them, so that they were given to nobody. */
    private static final String ERASED = "select node, resident_id from erasure where node = any(?)";

    private static final String PLACES = """
            select c.node, c.epoch, c.sequence, c.head_epoch, c.head_sequence,
                p.epoch as proven_epoch, p.sequence as proven_sequence
            from log_cursor c left join proof p on p.node = c.node and p.sequence is not null
            where c.node = any(?) order by c.node
            """;

    /**
     * Their family says it, as the village does; who has none says it himself. Who came back by a later change stays, and
     * is handed over only by one later still.
     */
    private static final String STILL_THERE = """
            select count(*)
            from resident r
            join lineage_part p on p.from_node = r.node
            left join family f on f.node = r.node and f.id = r.family_id
            where p.lineage_id = ? and r.base_status <> ?
                and (cardinality(p.dusun) = 0 or case when f.id is null then r.dusun else f.dusun end = any(p.dusun))
                and not exists (
                    select from handover h
                    join takeover t on t.node = h.to_node and t.handover_id = h.id and t.seq is not null
                    where h.to_node = p.from_node and h.lineage_id >= p.lineage_id and r.id = any(h.residents))
            """;

    private static final String WAITING =
            "select count(*) from parked_event where node = any(?) and subject like 'handover/%'";

    private static final String DUPLICATES = """
            select distinct d.node, d.kind, d.id, d.same_as
            from takeover_duplicate d
            join handover h on h.id = d.handover_id and h.to_node = d.node
            join lineage_part p on (p.from_node, p.to_node) = (h.node, h.to_node)
            where p.lineage_id = ? and (
                d.kind = 'resident'
                    and 2 = (select count(*) from resident r
                        where r.node = d.node and r.id in (d.id, d.same_as) and r.base_status <> ?)
                or d.kind = 'family'
                    and 2 = (select count(*) from family f where f.node = d.node and f.id in (d.id, d.same_as)))
            order by 1, 2, 3
            """;

    private final AgroalDataSource database;

    ConservationService(AgroalDataSource database) {
        this.database = database;
    }

    /** @throws IllegalArgumentException when no such change was announced */
    @Transactional
    public Check check(UUID lineage) {
        try (Connection connection = database.getConnection()) {
            Set<NodeId> nodes = LineageTable.nodes(connection, lineage);
            if (nodes.isEmpty()) {
                throw new IllegalArgumentException("no change of villages " + lineage);
            }
            LineageService.hold(connection, nodes);
            Object[] names = nodes.stream().map(NodeId::value).toArray();
            Map<NodeId, Place> places = places(connection, names);
            return new Check(
                    persons(connection, lineage, names),
                    List.copyOf(places.values()),
                    number(connection, STILL_THERE, lineage, BaseStatus.INVALID.code()),
                    number(connection, WAITING, (Object) names),
                    duplicates(connection, lineage));
        } catch (SQLException e) {
            throw new IllegalStateException("the change of villages " + lineage + " cannot be looked at now", e);
        }
    }

    private static Conservation persons(Connection connection, UUID lineage, Object[] names) throws SQLException {
        Map<NodeId, Set<UUID>> held = ids(connection, HELD, names, BaseStatus.INVALID.code());
        Map<NodeId, Set<UUID>> out = ids(connection, OUT, names, BaseStatus.INVALID.code(), names);
        Set<UUID> handedOver = new HashSet<>();
        Set<UUID> notTaken = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(HANDED)) {
            select.setObject(1, lineage);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    NodeId from = new NodeId(row.getString("node"));
                    List<UUID> people =
                            List.of((UUID[]) row.getArray("residents").getArray());
                    handedOver.addAll(people);
                    if (!row.getBoolean("taken")) {
                        notTaken.addAll(people);
                    }
                    out.getOrDefault(from, new HashSet<>()).removeAll(people);
                }
            }
        }
        Set<UUID> allOut = new HashSet<>();
        out.values().forEach(allOut::addAll);
        ids(connection, ERASED, (Object) names).values().forEach(allOut::addAll);
        return Conservation.of(census(connection, lineage), handedOver, held.values(), notTaken, allOut);
    }

    private static Set<UUID> census(Connection connection, UUID lineage) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(CENSUS)) {
            select.setObject(1, lineage);
            try (ResultSet row = select.executeQuery()) {
                Set<UUID> ids = new HashSet<>();
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
                return ids;
            }
        }
    }

    private static Map<NodeId, Set<UUID>> ids(Connection connection, String query, Object... parameters)
            throws SQLException {
        try (PreparedStatement select = prepared(connection, query, parameters);
                ResultSet row = select.executeQuery()) {
            Map<NodeId, Set<UUID>> ids = new HashMap<>();
            while (row.next()) {
                ids.computeIfAbsent(new NodeId(row.getString(1)), node -> new HashSet<>())
                        .add(row.getObject(2, UUID.class));
            }
            return ids;
        }
    }

    private static Map<NodeId, Place> places(Connection connection, Object[] names) throws SQLException {
        try (PreparedStatement select = prepared(connection, PLACES, (Object) names);
                ResultSet row = select.executeQuery()) {
            Map<NodeId, Place> places = new TreeMap<>();
            while (row.next()) {
                NodeId node = new NodeId(row.getString("node"));
                int provenEpoch = row.getInt("proven_epoch");
                LogPosition proven =
                        row.wasNull() ? null : new LogPosition(provenEpoch, row.getLong("proven_sequence"));
                int headEpoch = row.getInt("head_epoch");
                LogPosition announced = row.wasNull() ? null : new LogPosition(headEpoch, row.getLong("head_sequence"));
                places.put(
                        node,
                        new Place(
                                node,
                                new LogPosition(row.getInt("epoch"), row.getLong("sequence")),
                                announced,
                                proven));
            }
            return places;
        }
    }

    private static List<Duplicate> duplicates(Connection connection, UUID lineage) throws SQLException {
        try (PreparedStatement select = prepared(connection, DUPLICATES, lineage, BaseStatus.INVALID.code());
                ResultSet row = select.executeQuery()) {
            List<Duplicate> duplicates = new ArrayList<>();
            while (row.next()) {
                duplicates.add(new Duplicate(
                        new NodeId(row.getString(1)),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class)));
            }
            return duplicates;
        }
    }

    private static long number(Connection connection, String query, Object... parameters) throws SQLException {
        try (PreparedStatement select = prepared(connection, query, parameters);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Arrays are names of villages. */
    private static PreparedStatement prepared(Connection connection, String query, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof Object[] names) {
                statement.setArray(i + 1, connection.createArrayOf("text", names));
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
        return statement;
    }
}
