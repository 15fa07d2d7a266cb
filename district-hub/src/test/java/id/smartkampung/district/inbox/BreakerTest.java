package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BreakerTest {

    private static final NodeId A = new NodeId("breaker-a");
    private static final NodeId B = new NodeId("breaker-b");
    private static final NodeId C = new NodeId("breaker-c");

    @Inject
    AgroalDataSource database;

    @Inject
    VillageInbox inbox;

    @Inject
    Villages villages;

    @Inject
    Tables tables;

    @Inject
    Officers officers;

    private Breaker breaker;

    @BeforeEach
    void aBreakerOfItsOwn() {
        InboxConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(InboxConfig.class)
                .build()
                .getConfigMapping(InboxConfig.class);
        breaker = new Breaker(database, config, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    @AfterEach
    void release() {
        releaseByAPerson();
    }

    @Test
    void stopsWhenMoreThanOneInAHundredOfThreeVillagesCannotBeApplied() throws SQLException {
        breaker.count(A, 3000, 20);
        breaker.count(B, 1000, 20);
        breaker.count(C, 1000, 11);

        assertThat(inbox.isStopped()).isTrue();
    }

    @Test
    void goesOnWithOneInAHundred() throws SQLException {
        breaker.count(A, 3000, 20);
        breaker.count(B, 1000, 20);
        breaker.count(C, 1000, 10);

        assertThat(inbox.isStopped()).isFalse();
    }

    @Test
    void goesOnWhenOnlyTwoVillagesAreConcerned() throws SQLException {
        breaker.count(A, 3000, 1500);
        breaker.count(B, 1000, 1000);
        breaker.count(C, 1000, 0);

        assertThat(inbox.isStopped()).isFalse();
    }

    @Test
    void goesOnWhileTooFewEventsWereSeen() throws SQLException {
        breaker.count(A, 1000, 300);
        breaker.count(B, 1000, 300);
        breaker.count(C, 1000, 300);

        assertThat(inbox.isStopped()).isFalse();
    }

    @Test
    void nothingIsTakenInWhileItIsStoppedAndEverythingAfterAPersonReleasedIt() throws SQLException {
        SimulatedVillage village = villages.aVillage().records(aResident());
        stop();

        inbox.receive(village.node(), "topic-a", village.arriving(village.eventsFrom(1)));
        long whileStopped = tables.sequence(village.node());
        releaseByAPerson();
        inbox.receive(village.node(), "topic-a", village.arriving(village.eventsFrom(1)));

        assertThat(whileStopped).isZero();
        assertThat(tables.sequence(village.node())).isEqualTo(1);
    }

    @Test
    void theConsoleSaysSinceWhenAndWhy() throws SQLException {
        stop();

        assertThat(officers.a("admin").get("/tertahan").asString().replaceAll("<[^>]*>", " "))
                .contains("Penerimaan seluruh kabupaten berhenti sejak")
                .contains("Dari 6.000 peristiwa, 1.800 dari 3 desa tidak dapat diterapkan");
    }

    @Test
    void countsAnewAfterARelease() throws SQLException {
        stop();
        releaseByAPerson();
        assertThat(breaker.isStopped()).isFalse();

        breaker.count(A, 2000, 600);

        assertThat(inbox.isStopped()).isFalse();
    }

    private void stop() throws SQLException {
        breaker.count(A, 2000, 600);
        breaker.count(B, 2000, 600);
        breaker.count(C, 2000, 600);
    }

    private void releaseByAPerson() {
        Browser admin = officers.a("admin");
        admin.get("/tertahan");
        admin.post("/tertahan/lanjutkan", "alasan", "program sudah diperbaiki");
    }
}
