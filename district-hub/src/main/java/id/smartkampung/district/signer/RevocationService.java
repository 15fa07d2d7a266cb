package id.smartkampung.district.signer;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Keeps the list of certificates that were taken back: signed once, given to whoever asks, renewed before it ends. */
@ApplicationScoped
public class RevocationService {

    /** Long before its end, so that a village that is seldom in touch never holds one that has ended. */
    private static final Duration RENEWED_AFTER = Authority.LIST_LASTS.dividedBy(3);

    private final AgroalDataSource database;
    private final AuthorityKey authority;
    private final CommandLog commands;
    private final Clock clock;

    RevocationService(AgroalDataSource database, AuthorityKey authority, CommandLog commands, Clock clock) {
        this.database = database;
        this.authority = authority;
        this.commands = commands;
        this.clock = clock;
    }

    /** The list as it was signed last; the first one is signed when somebody asks for it. */
    @Transactional
    public String current() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select list from revocation_list");
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : make(connection, clock.instant());
        } catch (SQLException e) {
            throw new IllegalStateException("the list of revoked signers is not read", e);
        }
    }

    /** Signs a new list in place of one that has grown old, and tells every village that signs. */
    @Transactional
    @Scheduled(every = "6h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    public void renew() {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            if (!isOld(connection, now)) {
                return;
            }
            String list = make(connection, now);
            List<NodeId> villages = signing(connection, now);
            for (NodeId village : villages) {
                commands.append(connection, village, new DistrictEvent.SignersRevoked(UuidV7.at(now), list));
            }
            Log.infof("the list of revoked signers is renewed for %d villages", villages.size());
        } catch (SQLException e) {
            throw new IllegalStateException("the list of revoked signers is not renewed", e);
        }
    }

    /** Signs a new list of what is taken back by now. */
    @Transactional(TxType.MANDATORY)
    String make(Connection connection, Instant now) throws SQLException {
        long number = next(connection);
        String list = authority.get().revocations(revoked(connection), number, now);
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into revocation_list (id, number, made_at, list) values (1, ?, ?, ?)
                on conflict (id) do update set (number, made_at, list) = (excluded.number, excluded.made_at, excluded.list)
                """)) {
            upsert.setLong(1, number);
            upsert.setObject(2, now.atOffset(ZoneOffset.UTC));
            upsert.setString(3, list);
            upsert.executeUpdate();
        }
        return list;
    }

    private static boolean isOld(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select from revocation_list where made_at < ? for update")) {
            select.setObject(1, now.minus(RENEWED_AFTER).atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static List<NodeId> signing(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct s.node from signer s join down_head d on d.node = s.node
                where s.revoked_at is null and s.expires_at > ?
                order by s.node
                """)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                List<NodeId> villages = new ArrayList<>();
                while (row.next()) {
                    villages.add(new NodeId(row.getString(1)));
                }
                return villages;
            }
        }
    }

    private static List<Authority.Revoked> revoked(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                        "select serial, revoked_at from signer where revoked_at is not null order by serial");
                ResultSet row = select.executeQuery()) {
            List<Authority.Revoked> revoked = new ArrayList<>();
            while (row.next()) {
                revoked.add(new Authority.Revoked(
                        row.getLong(1), row.getTimestamp(2).toInstant()));
            }
            return revoked;
        }
    }

    private static long next(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select nextval('revocation_list_number')");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
