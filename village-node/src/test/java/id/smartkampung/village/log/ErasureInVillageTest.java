package id.smartkampung.village.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.deploy.testsupport.EveryTable;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.log.ErasureJournal;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.erasure.AskedErasures;
import id.smartkampung.village.profile.OwnDatabase;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.proof.RowsService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Faults 66 and 67 in the village: of an erased person nothing is left, the chain holds, and a restore brings nobody back. */
@QuarkusTest
@TestProfile(ErasureInVillageTest.Alone.class)
class ErasureInVillageTest {

    private static final String DATABASE = "erasures";

    @Inject
    ResidentService residents;

    @Inject
    RowsService rows;

    @Inject
    LogQueries log;

    @Inject
    LogGenesis genesis;

    @Inject
    Erasures erasures;

    @Inject
    AskedErasures telling;

    @Inject
    LogConfig config;

    @Inject
    VillageProfile village;

    private final String nik = Residents.aNik().value();
    private final String name = "Terhapus " + UUID.randomUUID().toString().substring(0, 8);

    /** A village that sends nothing, with a database that is set back here. */
    public static class Alone implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(OwnDatabase.settings(DATABASE));
            settings.put("village.profile.node", "35.10.01.2004");
            settings.put("village.sync.enabled", "false");
            settings.put("village.sync.keys-folder", "target/keys-erasures");
            settings.put("village.log.erasures", "target/keys-erasures/" + UUID.randomUUID());
            return settings;
        }
    }

    @Test
    void nothingOfThePersonIsLeftInAnyTable() throws SQLException {
        Resident person = changed(person());
        QuarkusTransaction.requiringNew().run(() -> rows.send(CanonicalTable.RESIDENT, List.of(person.id)));
        assertThat(tablesWith(nik)).contains("resident", "outbox");
        assertThat(tablesWith(name)).contains("resident", "outbox", "field_change");

        erase(person);

        assertThat(tablesWith(nik)).isEmpty();
        assertThat(tablesWith(name)).isEmpty();
    }

    @Test
    void theChainHoldsFromWhereverItIsReadAndIsSentWithoutThePerson() {
        LogHead before = log.head();
        Resident person = changed(person());
        erase(person);

        List<StoredEvent> events = log.after(before.position(), 100);

        assertThat(events).hasSize(3).allMatch(StoredEvent::isIntact);
        assertThat(events).extracting(event -> event.envelope().isErased()).containsExactly(true, true, false);
        LogHead head = before;
        for (StoredEvent event : events) {
            assertThat(Receiver.judge(head, event.envelope(), position -> Optional.empty()))
                    .isEqualTo(Verdict.ACCEPT);
            head = event.envelope().head();
        }
        assertThat(head).isEqualTo(log.head());
    }

    @Test
    void anotherPersonIsNotTouched() {
        Resident other = residents.register(Residents.named("Tetap Ada"), Residents.anOfficer());
        LogPosition position = log.head().position();
        erase(person());

        StoredEvent told = log.after(new LogPosition(position.epoch(), position.sequence() - 1), 1)
                .get(0);

        assertThat(told.envelope().subject()).isEqualTo("resident/" + other.id);
        assertThat(told.envelope().dataIsIntact()).isTrue();
    }

    @Test
    void whoHasARequestIsKeptWithEverythingThatWasSaid() throws SQLException {
        Resident person = person();
        hasARequest(person);

        assertThatThrownBy(() -> erase(person)).isInstanceOf(RefusedException.class);

        assertThat(tablesWith(nik)).contains("resident", "outbox");
        assertThat(erasures.persons()).doesNotContain(person.id);
    }

    @Test
    void theProgramEmptiesNobodyWhoIsInTheRegister() {
        Resident person = person();

        assertThatThrownBy(() -> erasesByItself(person)).hasMessageContaining("who is in the register is not erased");
    }

    @Test
    void aDatabaseThatIsRestoredFromBeforeErasesAgainBeforeAnybodyWorksAndForksNothing() throws SQLException {
        Resident person = changed(person());
        LogHead before = log.head();
        asOwner(
                "create table kept_resident as select * from resident where id = '" + person.id + "'",
                "create table kept_outbox as select * from outbox",
                "create table kept_history as select * from field_change");
        erase(person);
        isRestored(before);
        assertThat(tablesWith(nik)).contains("resident", "outbox");
        assertThat(tablesWith(name)).contains("resident", "outbox", "field_change");

        QuarkusTransaction.requiringNew().run(this::start);

        assertThat(tablesWith(nik)).isEmpty();
        assertThat(tablesWith(name)).isEmpty();
        assertThat(log.head()).isEqualTo(before);
        assertThat(log.after(LogPosition.START, 1_000)).allMatch(StoredEvent::isIntact);

        // The erasure had not been sent: it is told anew, once.
        ResidentErased erasure = new ResidentErased(person.id, ErasureGround.ASKED_FOR);
        assertThat(erasures.untold()).contains(erasure);
        QuarkusTransaction.requiringNew().run(() -> telling.tellAgain(erasure));
        assertThat(erasures.untold()).doesNotContain(erasure);
        assertThat(log.head().position()).isEqualTo(before.position().next());
    }

    /** An erasure is written down before its commit, so it may be there without having happened. */
    @Test
    void whoHasARequestByNowStaysAndKeepsNobodyFromStarting() throws Exception {
        Resident person = person();
        hasARequest(person);
        new ErasureJournal(config.erasures())
                .add(List.of(new ErasureJournal.Entry(
                        village.node(), person.id, log.head().position().next(), ErasureGround.ASKED_FOR.name())));

        QuarkusTransaction.requiringNew().run(this::start);

        assertThat(tablesWith(nik)).contains("resident", "outbox");
        QuarkusTransaction.requiringNew().run(() -> erasures.untold().forEach(telling::tellAgain));
        assertThat(tablesWith(nik)).contains("resident", "outbox");
    }

    private void hasARequest(Resident person) throws SQLException {
        asOwner(
                "alter table request disable trigger user",
                "insert into request (id, version, number, applicant_id, kind, channel, state, home_delivery,"
                        + " submitted_at, updated_at) values (gen_random_uuid(), 0, '" + nik.substring(6) + "', '"
                        + person.id + "', 'SKTM', 'COUNTER', 'SUBMITTED', false, now(), now())",
                "alter table request enable trigger user");
    }

    private void start() {
        try {
            genesis.begin(new StartupEvent());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The tables as they were at this head; what was kept of them goes. */
    private void isRestored(LogHead before) throws SQLException {
        long sequence = before.position().sequence();
        asOwner(
                "alter table outbox disable trigger user",
                "alter table resident disable trigger user",
                "delete from outbox where sequence > " + sequence,
                "update outbox o set data = k.data, salt = k.salt, header_hash = k.header_hash from kept_outbox k"
                        + " where k.sequence = o.sequence",
                "insert into resident select * from kept_resident",
                "delete from field_change",
                "insert into field_change select * from kept_history",
                "update log_head set sequence = " + sequence + ", hash = decode('"
                        + before.hash().hex() + "', 'hex')",
                "alter table outbox enable trigger user",
                "alter table resident enable trigger user",
                "drop table kept_resident, kept_outbox, kept_history");
    }

    private Resident person() {
        return residents.register(
                Residents.named(name).set(ResidentField.NIK, new Nik(nik)).set(ResidentField.NOTE, "rumah di tikungan"),
                Residents.anOfficer());
    }

    private Resident changed(Resident person) {
        return residents.change(
                person.id,
                person.version,
                new ResidentDraft().set(ResidentField.NIK, new Nik(nik)).set(ResidentField.MOTHER_NAME, name),
                Residents.anOfficer());
    }

    private void erase(Resident person) {
        residents.erase(person.id, person.version, ErasureGround.ASKED_FOR, Residents.anOfficer());
    }

    private static void erasesByItself(Resident person) throws SQLException {
        try (Connection connection = Databases.create(DATABASE).asApp();
                Statement statement = connection.createStatement()) {
            statement.execute("select erase_persons(array['" + person.id + "']::uuid[], '{}', '{}', '{}')");
        }
    }

    private static List<String> tablesWith(String text) throws SQLException {
        return EveryTable.with(Databases.create(DATABASE), text);
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection connection = Databases.create(DATABASE).asOwner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
