package id.smartkampung.village.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEvent.LetterFileWanted;
import id.smartkampung.model.event.DistrictEvent.RequestHandedOut;
import id.smartkampung.model.event.DistrictEvent.RequestMade;
import id.smartkampung.model.event.DistrictEvent.RequestWithdrawn;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.event.RequestAnswered;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.MallAnswer;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.letter.WaitingLetter;
import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.Roles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the service mall asks for is done once, and answered; whatever was asked, the log of commands goes on. */
@QuarkusTest
class MallCommandsTest {

    private static final LetterKind LOST = new LetterKind("KEHILANGAN");

    @Inject
    CommandInbox inbox;

    @Inject
    LogQueries log;

    @Inject
    ResidentService residents;

    private final UUID request = UUID.randomUUID();
    private final long start = LogRows.head();

    @Test
    void aRequestStandsInTheWorkListOnceHoweverOftenItIsAsked() {
        UUID applicant = aResident(BaseStatus.ALIVE);
        Clerk operator = Clerk.as(Roles.OPERATOR);

        ask(made(applicant, LOST));
        ask(made(applicant, LOST));

        Request taken = stored();
        assertThat(taken.channel).isEqualTo(Channel.SERVICE_MALL);
        assertThat(taken.state).isEqualTo(RequestState.SUBMITTED);
        assertThat(taken.applicantId).isEqualTo(applicant);
        assertThat(LogRows.of(request)).hasSize(1);
        assertThat(operator.get("/permohonan").asString()).contains(taken.number, "Mal pelayanan");
        assertThat(operator.get("/permohonan/" + request).asString())
                .contains("Melapor ke polisi", "petugas-mpp", "Diserahkan di mal pelayanan publik");
    }

    @Test
    void whoIsNotHereOrNotAliveIsRefusedByName() {
        ask(made(UUID.randomUUID(), LOST));
        assertThat(lastAnswer()).isEqualTo(new RequestAnswered(request, MallAnswer.APPLICANT_UNKNOWN, null));

        ask(made(aResident(BaseStatus.DEAD), LOST));
        assertThat(lastAnswer().answer()).isEqualTo(MallAnswer.APPLICANT_NOT_ALIVE);
    }

    @Test
    void aLetterThatIsNotMadeHereIsRefusedAndTheNextCommandObeyed() {
        LogHead before = log.state().obeyed();
        UUID applicant = aResident(BaseStatus.ALIVE);

        ask(made(applicant, new LetterKind("TIDAKADA")));
        assertThat(lastAnswer().answer()).isEqualTo(MallAnswer.KIND_UNKNOWN);
        ask(made(applicant, LOST));

        assertThat(stored()).isNotNull();
        assertThat(log.state().obeyed().position().sequence())
                .isEqualTo(before.position().sequence() + 2);
    }

    @Test
    void theMallTakesBackWhatNobodyWorksOn() {
        ask(made(aResident(BaseStatus.ALIVE), LOST));

        ask(new RequestWithdrawn(UUID.randomUUID(), request, "sudah tidak perlu"));
        ask(new RequestWithdrawn(UUID.randomUUID(), request, "sudah tidak perlu"));

        assertThat(stored().state).isEqualTo(RequestState.CANCELLED);
        assertThat(answers()).containsExactly(new RequestAnswered(request, MallAnswer.CANCELLED, "sudah tidak perlu"));
    }

    @Test
    void whatAnOfficerWorksOnGoesOnAndTheMallIsTold() {
        ask(made(aResident(BaseStatus.ALIVE), LOST));
        step(RequestState.IN_REVIEW, null);

        ask(new RequestWithdrawn(UUID.randomUUID(), request, "terlambat"));

        assertThat(stored().state).isEqualTo(RequestState.IN_REVIEW);
        assertThat(lastAnswer().answer()).isEqualTo(MallAnswer.NOT_WITHDRAWN);
    }

    @Test
    void whyAnOfficerRefusesIsToldAtTheMall() {
        ask(made(aResident(BaseStatus.ALIVE), LOST));

        step(RequestState.REJECTED, "Bukan warga RT ini");

        assertThat(lastAnswer()).isEqualTo(new RequestAnswered(request, MallAnswer.REJECTED, "Bukan warga RT ini"));
    }

    @Test
    void theSignedFileGoesToTheMallInPartsAndFromWhereItBrokeOff() throws Exception {
        ask(made(aResident(BaseStatus.ALIVE), LOST));
        Clerk operator = Clerk.as(Roles.OPERATOR);
        UUID letter = WaitingLetter.ofRequest(operator, "/permohonan/" + request, "barang", "KTP", "perkiraan", "pasar")
                .signed(Clerk.as(Roles.KADES));
        byte[] file = operator.get("/surat/" + letter).asByteArray();

        List<FileChunk> all = chunks(new LetterFileWanted(UUID.randomUUID(), letter, 0));
        List<FileChunk> rest = chunks(new LetterFileWanted(UUID.randomUUID(), letter, 10));

        ByteArrayOutputStream together = new ByteArrayOutputStream();
        all.forEach(part -> together.writeBytes(part.part()));
        assertThat(together.toByteArray()).isEqualTo(file);
        assertThat(all).allMatch(part -> part.sha256().equals(Hash.sha256(file).hex()));
        assertThat(rest.get(0).start()).isEqualTo(10);

        ask(new RequestHandedOut(UUID.randomUUID(), request));
        ask(new RequestHandedOut(UUID.randomUUID(), request));

        assertThat(stored().state).isEqualTo(RequestState.COMPLETED);
    }

    @Test
    void theFileOfALetterThatWasNotAskedForAtTheMallStays() throws Exception {
        UUID letter = WaitingLetter.of(Clerk.as(Roles.OPERATOR), aResident(BaseStatus.ALIVE))
                .signed(Clerk.as(Roles.KADES));

        assertThat(chunks(new LetterFileWanted(UUID.randomUUID(), letter, 0))).isEmpty();
        assertThat(chunks(new LetterFileWanted(UUID.randomUUID(), UUID.randomUUID(), 0)))
                .isEmpty();
    }

    private RequestMade made(UUID applicant, LetterKind kind) {
        return new RequestMade(
                UUID.randomUUID(), request, applicant, kind, "Melapor ke polisi", "081234567890", "Datang sendiri");
    }

    private UUID aResident(BaseStatus status) {
        return residents.register(Residents.aResident().set(ResidentField.BASE_STATUS, status), Residents.anOfficer())
                .id;
    }

    private Request stored() {
        return QuarkusTransaction.requiringNew().call(() -> Request.findById(request));
    }

    private void step(RequestState to, String reason) {
        Clerk operator = Clerk.as(Roles.OPERATOR);
        String page = "/permohonan/" + request;
        String version = Clerk.valueOf(operator.get(page).asString(), "version");
        String typed = reason == null ? "" : reason;
        assertThat(operator.post(page + "/langkah", "version", version, "ke", to.name(), "alasan", typed)
                        .statusCode())
                .isEqualTo(303);
    }

    private List<RequestAnswered> answers() {
        return LogRows.after(start).stream()
                .map(MallCommandsTest::event)
                .filter(RequestAnswered.class::isInstance)
                .map(RequestAnswered.class::cast)
                .filter(answer -> answer.requestId().equals(request))
                .toList();
    }

    private RequestAnswered lastAnswer() {
        List<RequestAnswered> answers = answers();
        return answers.get(answers.size() - 1);
    }

    private List<FileChunk> chunks(LetterFileWanted wanted) {
        long before = LogRows.head();
        ask(wanted);
        return LogRows.after(before).stream()
                .map(MallCommandsTest::event)
                .filter(FileChunk.class::isInstance)
                .map(FileChunk.class::cast)
                .toList();
    }

    private static VillageEvent event(LogRows.Row row) {
        try {
            return EventJson.read(EventType.ofWireName(row.type()).orElseThrow(), row.data());
        } catch (EventFormatException e) {
            throw new AssertionError("event " + row.sequence(), e);
        }
    }

    private void ask(DistrictEvent command) {
        Envelope envelope = Envelope.next(
                log.state().obeyed(),
                DistrictEventType.of(command).wireName(),
                command.subject().toString(),
                Instant.EPOCH,
                EventJson.write(command));
        QuarkusTransaction.requiringNew().run(() -> inbox.take(List.of(envelope)));
    }
}
