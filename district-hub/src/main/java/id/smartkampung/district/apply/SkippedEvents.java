package id.smartkampung.district.apply;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Events that two people left out, each an explained difference until a later event of its subject is applied. */
public final class SkippedEvents {

    private SkippedEvents() {}

    /** Subjects that differ from the village because of a skip. */
    public static Set<String> openSubjects(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select distinct subject from skipped_event where node = ? and healed_epoch is null")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                Set<String> subjects = new HashSet<>();
                while (row.next()) {
                    subjects.add(row.getString(1));
                }
                return subjects;
            }
        }
    }

    /** Every event carries the whole state of its subject, so a later one makes up for what was left out. */
    static void heal(Connection connection, NodeId node, String subject, LogPosition position) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update skipped_event set healed_epoch = ?, healed_seq = ?
                where node = ? and subject = ? and healed_epoch is null and (epoch, sequence) < (?, ?)
                """)) {
            update.setInt(1, position.epoch());
            update.setLong(2, position.sequence());
            update.setString(3, node.value());
            update.setString(4, subject);
            update.setInt(5, position.epoch());
            update.setLong(6, position.sequence());
            update.executeUpdate();
        }
    }
}
