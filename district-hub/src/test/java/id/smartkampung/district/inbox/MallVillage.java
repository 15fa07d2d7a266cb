package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aLetter;
import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.Officers.Browser;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.web.account.Roles;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A village with one resident, and the clerk of the mall who asks something of it. */
abstract class MallVillage {

    private static final Instant AT = Instant.parse("2026-11-22T02:00:00Z");

    @Inject
    Villages villages;

    @Inject
    VillageInbox inbox;

    @Inject
    Officers officers;

    @Inject
    Tables tables;

    final UUID resident = UUID.randomUUID();
    final UUID letter = UUID.randomUUID();
    SimulatedVillage village;
    ResidentRecorded who;
    Browser clerk;
    private int told;

    @BeforeEach
    void aVillageHasAResident() throws SQLException {
        village = villages.aVillage();
        who = Subjects.aResident(resident, "Siti Rukmini", Sex.FEMALE, BaseStatus.ALIVE);
        tells(who);
        clerk = officers.a(Roles.MPP);
    }

    void tells(VillageEvent... events) throws SQLException {
        village.records(events);
        inbox.receive(village.node(), "topic-" + village.node(), village.arriving(village.eventsFrom(told + 1)));
        told += events.length;
    }

    RequestRecorded request(String id, RequestState... states) {
        List<RequestRecorded.Step> steps = List.of(states).stream()
                .map(state -> new RequestRecorded.Step(state, AT))
                .toList();
        return new RequestRecorded(
                UUID.fromString(id),
                "26-0042",
                resident,
                new LetterKind("SKTM"),
                Channel.SERVICE_MALL,
                states[states.length - 1],
                false,
                AT,
                steps);
    }

    void signed(String id, byte[] file) throws SQLException {
        tells(
                request(
                        id,
                        RequestState.SUBMITTED,
                        RequestState.IN_REVIEW,
                        RequestState.AWAITING_SIGNATURE,
                        RequestState.READY),
                aLetter(letter, UUID.fromString(id), file));
    }

    List<FileChunk> parts(byte[] file) {
        return FileChunk.of(letter, Hash.sha256(file).hex(), file, 0, UUID::randomUUID);
    }

    static byte[] aFile(int length) {
        byte[] file = new byte[length];
        new Random(length).nextBytes(file);
        return file;
    }

    String formOf() {
        return "/mpp/baru/" + village.node() + "/" + resident;
    }

    Response make(String form, String id) {
        return clerk.post(
                form, "id", id, "jenis", "SKTM", "keperluan", "Beasiswa", "kontak", "081234567890", "catatan", "");
    }

    String made() {
        String id = Browser.valueOf(clerk.get(formOf()).asString(), "id");
        assertThat(make(formOf(), id).statusCode()).isEqualTo(303);
        return id;
    }

    String page(String id) {
        return clerk.get("/mpp/" + id).asString();
    }

    String commands() {
        return tables.value(
                "select string_agg(type, ' ' order by sequence) from down_event where node = ?", village.node());
    }

    String lastCommand() {
        return tables.value(
                "select convert_from(data, 'UTF8') from down_event where node = ? order by sequence desc limit 1",
                village.node());
    }
}
