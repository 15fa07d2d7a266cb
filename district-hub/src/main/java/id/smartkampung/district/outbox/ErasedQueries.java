package id.smartkampung.district.outbox;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Whose records the broker still holds though a person in them was erased. */
@ApplicationScoped
class ErasedQueries {

    private final AgroalDataSource database;

    ErasedQueries(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * A village whose records are to go.
     *
     * @param topicId the topic in which the offset means something
     * @param before everything before this offset was taken in
     * @param applied the last event of it
     */
    record AtBroker(NodeId node, String topicId, long before, LogPosition applied) {}

    List<AtBroker> atBroker() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select c.node, c.broker_topic_id, c.broker_offset, c.epoch, c.sequence from log_cursor c
                        where c.broker_topic_id is not null and exists (
                            select from erasure e
                            where e.node = c.node and e.broker_emptied_at is null
                                and (e.epoch, e.sequence) <= (c.epoch, c.sequence))
                        """);
                ResultSet row = select.executeQuery()) {
            List<AtBroker> villages = new ArrayList<>();
            while (row.next()) {
                villages.add(new AtBroker(
                        new NodeId(row.getString(1)),
                        row.getString(2),
                        row.getLong(3),
                        new LogPosition(row.getInt(4), row.getLong(5))));
            }
            return villages;
        }
    }

    /** Remembers it of all erasures that lie before the offset. */
    void emptied(AtBroker village, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update erasure set broker_emptied_at = ?
                        where node = ? and broker_emptied_at is null and (epoch, sequence) <= (?, ?)
                        """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, village.node().value());
            update.setInt(3, village.applied().epoch());
            update.setLong(4, village.applied().sequence());
            update.executeUpdate();
        }
    }
}
