package id.smartkampung.district.lineage;

import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.vocabulary.BaseStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The rows of the changes of villages that were announced. */
final class LineageTable {

    private LineageTable() {}

    static void announce(
            Connection connection, UUID id, Lineage.Kind kind, LocalDate effectiveOn, Instant now, String by)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into lineage (id, kind, effective_on, announced_at, announced_by) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, kind.name());
            insert.setObject(3, effectiveOn);
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setString(5, by);
            insert.executeUpdate();
        }
    }

    static void add(Connection connection, UUID id, Lineage.Part part) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into lineage_part (lineage_id, from_node, to_node, dusun) values (?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, part.from().value());
            insert.setString(3, part.to().value());
            insert.setArray(4, connection.createArrayOf("text", part.dusun().toArray()));
            insert.executeUpdate();
        }
    }

    /**
     * A name that nobody lives under is misspelt: nobody would be handed over, and nothing would say so.
     *
     * <p>A hub that lost an announcement in a restore makes it again, when they may be gone already.
     */
    static void requireInhabited(Connection connection, Lineage.Part part) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select d from unnest(?::text[]) d where not exists (
                    select from resident r left join family f on f.node = r.node and f.id = r.family_id
                    where r.node = ? and r.base_status <> ? and d = case when f.id is null then r.dusun else f.dusun end)
                    and not exists (select from handover h where h.node = ? and h.to_node = ?)
                """)) {
            select.setArray(1, connection.createArrayOf("text", part.dusun().toArray()));
            select.setString(2, part.from().value());
            select.setInt(3, BaseStatus.INVALID.code());
            select.setString(4, part.from().value());
            select.setString(5, part.to().value());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    throw new IllegalArgumentException("nobody lives in " + row.getString(1) + " of " + part.from());
                }
            }
        }
    }

    /** Whether the district announced that a village hands over to this other one. */
    static boolean isAnnounced(Connection connection, NodeId from, String to) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select from lineage_part where from_node = ? and to_node = ?")) {
            select.setString(1, from.value());
            select.setString(2, to);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Who is in a village at the place where it stands; whoever calls holds its log. */
    static void count(Connection connection, UUID id, NodeId node) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into lineage_census (lineage_id, node, epoch, seq, residents)
                select ?, c.node, c.epoch, c.sequence, array(
                    select r.id from resident r where r.node = c.node and r.base_status <> ? order by r.id)
                from log_cursor c where c.node = ?
                """)) {
            insert.setObject(1, id);
            insert.setInt(2, BaseStatus.INVALID.code());
            insert.setString(3, node.value());
            insert.executeUpdate();
        }
    }

    /** What a village is to hand over, as commands. */
    static List<HandoverWanted> orders(Connection connection, NodeId node, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select l.id, p.to_node, p.dusun, l.effective_on
                from lineage_part p join lineage l on l.id = p.lineage_id
                where p.from_node = ?
                order by l.announced_at, p.to_node
                """)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                List<HandoverWanted> orders = new ArrayList<>();
                while (row.next()) {
                    orders.add(new HandoverWanted(
                            UuidV7.at(now),
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            List.of((String[]) row.getArray(3).getArray()),
                            row.getObject(4, LocalDate.class)));
                }
                return orders;
            }
        }
    }

    /** The villages of a change, in the order in which their logs are held. */
    static Set<NodeId> nodes(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select from_node, to_node from lineage_part where lineage_id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                Set<NodeId> nodes = new TreeSet<>();
                while (row.next()) {
                    nodes.add(new NodeId(row.getString(1)));
                    nodes.add(new NodeId(row.getString(2)));
                }
                return nodes;
            }
        }
    }
}
