package id.smartkampung.district.mall;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEvent.LetterFileWanted;
import id.smartkampung.model.event.DistrictEvent.RequestMade;
import id.smartkampung.model.event.DistrictEvent.RequestWithdrawn;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What is still to be asked of a village, in the order in which it was asked first. */
final class MallCommands {

    /** Up to the first hole; what lies behind it comes again. */
    private static final String HAS = """
            select f.letter_id, coalesce((
                select c.start + length(c.data) from mall_chunk c
                where c.node = f.node and c.letter_id = f.letter_id
                    and c.start = (
                        select coalesce(sum(length(d.data)), 0) from mall_chunk d
                        where d.node = c.node and d.letter_id = c.letter_id and d.start < c.start)
                order by c.start desc limit 1), 0)
            from mall_file f
            where f.node = ? and f.arrived_at is null and f.deleted_at is null
            order by f.wanted_at, f.letter_id
            """;

    private MallCommands() {}

    static void append(Connection connection, CommandLog commands, NodeId node, Instant now) throws SQLException {
        for (DistrictEvent command : open(connection, node, now)) {
            commands.append(connection, node, command);
        }
    }

    private static List<DistrictEvent> open(Connection connection, NodeId node, Instant now) throws SQLException {
        List<DistrictEvent> open = new ArrayList<>();
        made(connection, node, now, open);
        withdrawn(connection, node, now, open);
        try (PreparedStatement select = connection.prepareStatement(HAS)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(new LetterFileWanted(UuidV7.at(now), row.getObject(1, UUID.class), row.getLong(2)));
                }
            }
        }
        return open;
    }

    private static void made(Connection connection, NodeId node, Instant now, List<DistrictEvent> open)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select id, resident_id, kind, purpose_text, contact, note from mall_request
                where node = ? and received_at is null and answer is null order by made_at, id
                """)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(new RequestMade(
                            UuidV7.at(now),
                            row.getObject("id", UUID.class),
                            row.getObject("resident_id", UUID.class),
                            new LetterKind(row.getString("kind")),
                            row.getString("purpose_text"),
                            row.getString("contact"),
                            row.getString("note")));
                }
            }
        }
    }

    private static void withdrawn(Connection connection, NodeId node, Instant now, List<DistrictEvent> open)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select id, withdrawn_reason from mall_request
                where node = ? and withdrawn_at is not null and answer is null order by withdrawn_at, id
                """)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    open.add(new RequestWithdrawn(UuidV7.at(now), row.getObject(1, UUID.class), row.getString(2)));
                }
            }
        }
    }
}
