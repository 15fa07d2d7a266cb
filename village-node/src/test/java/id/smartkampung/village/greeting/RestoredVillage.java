package id.smartkampung.village.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.TestDistrict;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.profile.OwnDatabase;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.GivenResident;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.sync.SyncStatus;
import id.smartkampung.village.sync.SyncView;
import id.smartkampung.village.trust.PinnedDistrict;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A village that is put back to an older state of its log: the district has more of it, or other things. */
abstract class RestoredVillage {

    static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Greeting greeting;

    @Inject
    PinnedDistrict pinned;

    @Inject
    SyncStatus status;

    @Inject
    LogQueries log;

    @Inject
    ResidentService residents;

    @Inject
    VillageProfile village;

    @Inject
    AgroalDataSource database;

    TestDistrict district;

    /** A village with a log of its own: its epoch rises here. */
    public static class Restored implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(OwnDatabase.settings("restored"));
            settings.put("village.profile.node", "35.10.01.2003");
            settings.put("village.sync.keys-folder", "target/keys-restored");
            return settings;
        }
    }

    @BeforeEach
    void theDistrictHasEverything() {
        district = TestDistrict.of(village.node(), () -> Control.Place.of(LogHead.start(village.node())));
        pinned.pin(List.of(TestDistrict.key()));
        residents.register(Residents.named("Warga Awal"), Residents.anOfficer());
        standsAt(log.head());
        greeting.begin();
        awaitWelcome();
    }

    @AfterEach
    void close() {
        district.close();
    }

    /** The district has this tail behind our end, and gives it back. */
    void isRestoredBefore(List<Envelope> tail) {
        district.givingBack(tail, 100);
        stands(log.head(), last(tail));
        greeting.begin();
        await().atMost(SOON).untilAsserted(() -> {
            district.hellos();
            assertThat(log.head()).isEqualTo(last(tail));
        });
    }

    void isParted(LogHead common, List<Envelope> theirs) {
        int epoch = log.head().position().epoch();
        district.givingBack(theirs, 100);
        stands(common, last(theirs));
        greeting.begin();
        await().atMost(SOON).untilAsserted(() -> {
            district.hellos();
            assertThat(log.head().position().epoch()).isGreaterThan(epoch);
        });
        awaitWelcome();
    }

    void standsAt(LogHead head) {
        stands(head, head);
    }

    /** The district answers with what it has applied; what it has of our log then, it has. */
    void stands(LogHead common, LogHead applied) {
        district.answering(welcome -> {
            LogHead head = log.head();
            boolean all = log.hashAt(applied.position())
                    .filter(applied.hash()::equals)
                    .isPresent();
            LogHead shared = all ? applied : common;
            return new Control.Welcome(
                    village.node(),
                    welcome.nonce(),
                    Control.Place.of(applied),
                    Control.Place.of(
                            head.position().sequence() < shared.position().sequence() ? head : shared),
                    false,
                    welcome.keys(),
                    Instant.EPOCH,
                    district.offered());
        });
    }

    Resident register(String name) {
        return residents.register(Residents.named(name), Residents.anOfficer());
    }

    void changeName(Resident resident, String name) {
        residents.change(
                resident.id,
                stored(resident.id).version,
                new ResidentDraft().set(ResidentField.FULL_NAME, name),
                Residents.anOfficer());
    }

    static ResidentRecorded told(UUID id, String name, UUID family) {
        return told(id, name, family, null);
    }

    static ResidentRecorded told(UUID id, String name, UUID family, Nik nik) {
        return GivenResident.named(id, name, family, nik);
    }

    /** What a village tells of somebody whom it handed over to another one. */
    ResidentRecorded left(Resident person) {
        Resident left = stored(person.id);
        left.baseStatus = BaseStatus.INVALID;
        left.nik = null;
        left.familyId = null;
        return left.toEvent();
    }

    static List<Envelope> tail(LogHead after, VillageEvent... events) {
        List<Envelope> tail = new ArrayList<>();
        LogHead head = after;
        for (VillageEvent event : events) {
            Envelope next = Envelope.next(
                    head,
                    EventType.of(event).wireName(),
                    event.subject().toString(),
                    Instant.parse("2026-11-22T01:30:00Z"),
                    EventJson.write(event));
            tail.add(next);
            head = next.head();
        }
        return tail;
    }

    static LogHead last(List<Envelope> tail) {
        return tail.get(tail.size() - 1).head();
    }

    Resident stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(id));
    }

    long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    void awaitWelcome() {
        await().atMost(SOON).until(() -> !district.hellos().isEmpty() && greeting.isWelcomed());
    }

    void awaitAcked() {
        LogHead head = log.head();
        district.say(new Control.Ack(
                village.node(),
                head.position().epoch(),
                head.position().sequence(),
                head.hash().hex(),
                Instant.EPOCH));
        await().atMost(SOON).until(() -> log.state().acked().equals(head.position()));
    }

    void awaitState(SyncView.State state) {
        await().atMost(SOON).untilAsserted(() -> {
            district.hellos();
            assertThat(status.view().state()).isEqualTo(state);
        });
    }
}
