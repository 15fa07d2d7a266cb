package id.smartkampung.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.deploy.testsupport.MovingClock;
import id.smartkampung.deploy.testsupport.TestBrowser;
import id.smartkampung.web.Accounts;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The database says that it has no room, as a trigger lets it say here; the end-to-end tests fill a real disk. */
@QuarkusTest
class FullDiskTest {

    @Inject
    MovingClock clock;

    @Inject
    FullDisk disk;

    private final String name = "d" + UUID.randomUUID().toString().substring(0, 12);

    @BeforeEach
    void nobodyIsBraked() {
        clock.passes(Duration.ofHours(25));
    }

    @AfterEach
    void thereIsRoom() throws SQLException {
        asOwner("drop trigger if exists no_room on session");
        disk.hasRoom();
    }

    @Test
    void whoSendsIsToldThatNothingWasKeptAndWhy() throws SQLException {
        Accounts.anAccount(name, Roles.OPERATOR);
        noRoomFor("insert");

        Response refused = new TestBrowser().login(name, Accounts.PASSWORD);

        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.asString()).contains("Cakram server ini penuh").contains("tidak tersimpan");
        assertThat(disk.since()).isPresent();
    }

    @Test
    void whatIsKeptAgainEndsIt() throws SQLException {
        TestBrowser officer = Accounts.loggedIn(name, Roles.OPERATOR);
        noRoomFor("update");
        assertThat(officer.post("/keluar").statusCode()).isEqualTo(507);
        assertThat(disk.since()).isPresent();

        asOwner("drop trigger no_room on session");
        assertThat(officer.post("/keluar").statusCode()).isEqualTo(303);

        assertThat(disk.since()).isEmpty();
    }

    @Test
    void whoIsLoggedInGoesOnReading() throws SQLException {
        TestBrowser officer = Accounts.loggedIn(name, Roles.OPERATOR);
        clock.passes(Duration.ofMinutes(5));
        noRoomFor("update");

        assertThat(officer.get("/akun").statusCode()).isEqualTo(200);

        assertThat(disk.since()).isPresent();
    }

    private static void noRoomFor(String change) throws SQLException {
        asOwner("""
                create or replace function no_room() returns trigger language plpgsql as $$
                begin
                    raise exception 'no room' using errcode = 'disk_full';
                end $$
                """);
        asOwner("create trigger no_room before " + change + " on session for each row execute function no_room()");
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = Databases.create("web").asOwner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
