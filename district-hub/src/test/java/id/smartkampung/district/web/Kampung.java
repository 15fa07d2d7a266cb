package id.smartkampung.district.web;

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
import java.util.UUID;

/** Villages with their rows, as the inbox would have left them; a village by this id is emptied first. */
@ApplicationScoped
public class Kampung {

    private static final String[] TABLES = {
        "stock",
        "population",
        "population_day",
        "population_month",
        "recount",
        "request_flow",
        "request",
        "resident",
        "family",
        "mutation",
        "letter",
        "signer",
        "parked_event",
        "skipped_event",
        "incident",
        "proof_tree",
        "proof",
        "repair",
        "down_event",
        "down_head",
        "log_cursor",
        "village"
    };

    private final AgroalDataSource database;

    Kampung(AgroalDataSource database) {
        this.database = database;
    }

    /** A village that is connected and complete at position 120. */
    public void joins(String node, String name) {
        leaves(node);
        run("""
                insert into village (node, kode_desa, kode_kecamatan, name, kelurahan, registered_at, last_heard_at, version)
                values (?, ?, ?, ?, false, now() - interval '40 days', now(), '1.0.0')
                """, node, node, node.substring(0, 8), name);
        run("""
                insert into log_cursor (node, sequence, head_epoch, head_sequence, last_applied_at)
                values (?, 120, 1, 120, now())
                """, node);
    }

    public void leaves(String node) {
        for (String table : TABLES) {
            run("delete from " + table + " where node = ?", node);
        }
    }

    public void counts(String node, String measure, String category, long amount) {
        run("""
                insert into stock values (?, ?, ?, ?)
                on conflict (node, measure, category) do update set amount = excluded.amount
                """, node, measure, category, amount);
    }

    public UUID asks(String node, String number, String state, Instant submittedAt) {
        UUID id = UUID.randomUUID();
        run("""
                insert into request (node, id, epoch, seq, number, applicant_id, kind, channel, state, home_delivery,
                    submitted_at, steps)
                values (?, ?, 1, 1, ?, gen_random_uuid(), 'SKTM', 'COUNTER', ?, false, ?,
                    jsonb_build_array(jsonb_build_object('state', 'SUBMITTED', 'at', '2026-11-21T03:42:00Z')))
                """, node, id, number, state, submittedAt.atOffset(ZoneOffset.UTC));
        run(
                "insert into request_flow values (?, 1, 1, ?, 'SKTM', 'COUNTER', 'SUBMITTED', ?)",
                node,
                id,
                submittedAt.atOffset(ZoneOffset.UTC));
        return id;
    }

    public UUID registers(String node, String nik, String fullName) {
        UUID id = UUID.randomUUID();
        run("""
                insert into resident (node, id, epoch, seq, nik, full_name, sex, born_in, born_on, base_status)
                values (?, ?, 1, 1, ?, ?, 2, 'Banyuwangi', '1987-03-04', 1)
                """, node, id, nik, fullName);
        return id;
    }

    /** A family with its card. */
    public UUID keeps(String node, String noKk, String address) {
        UUID id = UUID.randomUUID();
        run(
                "insert into family (node, id, epoch, seq, no_kk, address) values (?, ?, 1, 1, ?, ?)",
                node,
                id,
                noKk,
                address);
        return id;
    }

    /** A mutation of a resident. */
    public UUID books(String node, UUID resident, String kind) {
        UUID id = UUID.randomUUID();
        run("""
                insert into mutation (node, id, epoch, seq, resident_id, kind, happened_on, reported_on, booked_on,
                    recorded_at, counted)
                values (?, ?, 1, 1, ?, ?, '2026-11-02', '2026-11-03', '2026-11-03', now(), true)
                """, node, id, resident, kind);
        return id;
    }

    /** The first column of what is found. */
    public List<String> texts(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    texts.add(row.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    public void run(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }
}
