package id.smartkampung.district.deposit;

import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes which backups are kept, in the transaction of the service. */
final class DepositTable {

    private DepositTable() {}

    static void add(Connection connection, BackupDeposit deposit, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into village_backup (node, id, taken_at, deposited_at, bytes, sha256) values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """)) {
            insert.setString(1, deposit.node());
            insert.setObject(2, UUID.fromString(deposit.id()));
            insert.setObject(3, at(Instant.parse(deposit.takenAt())));
            insert.setObject(4, at(now));
            insert.setLong(5, deposit.size());
            insert.setString(6, deposit.sha256());
            insert.executeUpdate();
        }
    }

    /** Those of a village, the last one first. */
    static List<BackupDeposit> of(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
            select id, bytes, sha256, taken_at from village_backup
            where node = ? order by deposited_at desc, id
            """)) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                List<BackupDeposit> deposits = new ArrayList<>();
                while (row.next()) {
                    deposits.add(new BackupDeposit(
                            node.value(),
                            row.getString("id"),
                            row.getLong("bytes"),
                            row.getString("sha256"),
                            row.getObject("taken_at", OffsetDateTime.class)
                                    .toInstant()
                                    .toString(),
                            0));
                }
                return deposits;
            }
        }
    }

    static Optional<BackupDeposit> find(Connection connection, NodeId node, String id) throws SQLException {
        return of(connection, node).stream()
                .filter(deposit -> deposit.id().equals(id))
                .findFirst();
    }

    static void remove(Connection connection, BackupDeposit deposit) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from village_backup where node = ? and id = ?")) {
            delete.setString(1, deposit.node());
            delete.setObject(2, UUID.fromString(deposit.id()));
            delete.executeUpdate();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
