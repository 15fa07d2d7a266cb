package id.smartkampung.village.area;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AreaViewsTest {

    /** Tables that tell of nobody in the register, or that no page reads; a new table has to be thought about here. */
    private static final Set<String> OPEN = Set.of(
            "account",
            "audit_entry",
            "audit_head",
            "checkpoint_mark",
            "flyway_schema_history",
            "handover_order",
            "holiday",
            "letter_counter",
            "letter_type_version",
            "letterhead",
            "log_ack",
            "log_head",
            "log_state",
            "login_brake",
            "node_key",
            "office",
            "outbox",
            "outbox_left",
            "probe",
            "proof_row",
            "proof_tree",
            "recovery_code",
            "request_counter",
            "second_factor",
            "session",
            "signatory",
            "snapshot_part",
            "taken_over",
            "work_day");

    @Inject
    AgroalDataSource store;

    @Test
    void everyTableIsEitherClosedByAreaOrOpenOnPurpose() throws SQLException {
        Set<String> unknown = names("select tablename from pg_tables where schemaname = 'public'");
        unknown.removeAll(names("select viewname from pg_views where schemaname = 'area'"));
        unknown.removeAll(OPEN);
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyViewHasAllColumnsOfItsTable() throws SQLException {
        assertThat(names("""
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        where c.table_schema = 'public'
                            and exists (select from pg_views v where v.schemaname = 'area' and v.viewname = c.table_name)
                            and not exists (select from information_schema.columns a where a.table_schema = 'area'
                                and a.table_name = c.table_name and a.column_name = c.column_name)
                        """)).isEmpty();
    }

    @Test
    void whatHangsOnARequestIsClosedWithItForBoth() throws SQLException {
        Set<String> unknown = names("""
                select conrelid::regclass::text from pg_constraint
                where contype = 'f' and confrelid in ('request'::regclass, 'letter'::regclass, 'delivery'::regclass)
                """);
        unknown.removeAll(names("select viewname from pg_views where schemaname = 'counter'"));
        assertThat(unknown).isEmpty();
        assertThat(names("""
                        select c.table_name || '.' || c.column_name from information_schema.columns c
                        where c.table_schema = 'public'
                            and exists (select from pg_views v where v.schemaname = 'counter' and v.viewname = c.table_name)
                            and not exists (select from information_schema.columns a where a.table_schema = 'counter'
                                and a.table_name = c.table_name and a.column_name = c.column_name)
                        """)).isEmpty();
    }

    @Test
    void aConnectionThatIsBoundToNothingSeesNobody() throws SQLException {
        TwoDusun.once();
        assertThat(names("select id::text from letter limit 1")).isNotEmpty();
        assertThat(names("select id::text from area.resident limit 1")).isEmpty();
        assertThat(names("select id::text from area.request limit 1")).isEmpty();
        assertThat(names("select id::text from area.letter limit 1")).isEmpty();
    }

    private Set<String> names(String query) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
