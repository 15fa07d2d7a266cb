package id.smartkampung.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.deploy.testsupport.MovingClock;
import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.web.Accounts;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {

    @Inject
    Audit audit;

    @Inject
    AuditQueries trail;

    @Inject
    EntityManager store;

    @Inject
    MovingClock clock;

    private final String mark = UUID.randomUUID().toString();

    @BeforeEach
    void nobodyIsBraked() {
        clock.passes(Duration.ofHours(25));
    }

    @Test
    void isIntactThoughManyWriteAtOnce() {
        IntStream.range(0, 40).parallel().forEach(i -> write("revealed"));
        assertThat(trail.verify().isIntact()).isTrue();
        assertThat(trail.verify().entries()).isGreaterThanOrEqualTo(40);
    }

    @Test
    void keepsNothingOfWhatWasRolledBack() {
        QuarkusTransaction.begin();
        write("revealed");
        QuarkusTransaction.rollback();

        assertThat(trail.before(Long.MAX_VALUE, new AuditQueries.Filter(mark, null, null), 10))
                .isEmpty();
        assertThat(trail.verify().isIntact()).isTrue();
    }

    @Test
    void letsTheProgramNeitherChangeNorDelete() {
        write("revealed");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> store.createNativeQuery("update audit_entry set reason = 'x'")
                                .executeUpdate()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> store.createNativeQuery("delete from audit_entry")
                                .executeUpdate()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void noticesWhatTheOwnerOfTheTablesChanged() throws SQLException {
        write("revealed");
        long changed = trail.before(Long.MAX_VALUE, new AuditQueries.Filter(mark, null, null), 1)
                .get(0)
                .id;
        asOwner("update audit_entry set reason = 'lain' where id = " + changed);
        assertThat(trail.verify().brokenAt()).isEqualTo(changed);
        asOwner("update audit_entry set reason = 'pelayanan' where id = " + changed);
        assertThat(trail.verify().isIntact()).isTrue();
    }

    @Test
    void tellsWhoDidWhat() {
        TestBrowser admin = Accounts.loggedIn("c" + mark.substring(0, 12), Roles.ADMIN);
        write("revealed");

        assertThat(admin.get("/jejak?q=" + mark).asString())
                .contains("Membuka data tertutup")
                .contains("resident/" + mark)
                .contains("nik, noKk");
        assertThat(admin.get("/jejak?q=c" + mark.substring(0, 12)).asString()).contains("Masuk");
        assertThat(admin.get("/jejak/periksa").asString()).contains("Utuh.");
        assertThat(admin.get("/jejak/unduh?jenis=csv&q=" + mark).asString()).contains("\"resident/" + mark + "\"");
    }

    @Test
    void goesOnWhereThePageEnded() {
        TestBrowser admin = Accounts.loggedIn("d" + mark.substring(0, 12), Roles.ADMIN);
        IntStream.range(0, 60).forEach(i -> write("revealed"));

        String first = admin.get("/jejak?q=" + mark).asString();
        String next = first.replaceAll("(?s).*href=\"(/jejak\\?[^\"]*sebelum=\\d+)\".*", "$1");
        String second = admin.get(next.replace("&amp;", "&")).asString();

        assertThat(rows(first)).isEqualTo(50);
        assertThat(rows(second)).isEqualTo(10);
    }

    @Test
    void isNotForEverybody() {
        TestBrowser operator = Accounts.loggedIn("e" + mark.substring(0, 12), Roles.OPERATOR);
        assertThat(operator.get("/jejak").statusCode()).isEqualTo(403);
    }

    private void write(String action) {
        audit.recordBy(null, action, "resident/" + mark, List.of("nik", "noKk"), "pelayanan");
    }

    private static int rows(String page) {
        return page.split("Membuka data tertutup", -1).length - 1;
    }

    private static void asOwner(String sql) throws SQLException {
        Database database = Databases.create("web");
        try (Connection connection =
                        DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
