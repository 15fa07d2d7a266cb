package id.smartkampung.village.letter.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.letter.Answers;
import id.smartkampung.village.letter.FillingService;
import id.smartkampung.village.letter.LetterFacts;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestDraft;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NumberingServiceTest {

    private static final int SIGNERS = 10;

    @Inject
    NumberingService numbering;

    @Inject
    FillingService fillings;

    @Inject
    RequestService requests;

    @Inject
    ResidentService residents;

    @Inject
    LetterNumbers numbers;

    @Inject
    LetterTypes types;

    @Inject
    Letterheads letterheads;

    @Inject
    LetterFacts facts;

    @Inject
    Outbox outbox;

    @Inject
    NumberedPaper papers;

    @Inject
    NodeKeys keys;

    @Inject
    VillageProfile village;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Test
    void tenSignersAtOnceLeaveNoGapAndNoDouble() throws Exception {
        List<UUID> waiting =
                IntStream.range(0, SIGNERS).mapToObj(i -> waiting()).toList();
        ExecutorService signers = Executors.newFixedThreadPool(SIGNERS);
        try {
            List<Callable<Integer>> work = new ArrayList<>();
            for (UUID request : waiting) {
                // each signs twice, as somebody does whose line is slow
                work.add(() -> sequence(request));
                work.add(() -> sequence(request));
            }
            List<Integer> given = new ArrayList<>();
            for (Future<Integer> one : signers.invokeAll(work)) {
                given.add(one.get());
            }
            List<Integer> distinct = given.stream().distinct().sorted().toList();
            assertThat(distinct).hasSize(SIGNERS);
            assertThat(distinct.get(SIGNERS - 1) - distinct.get(0)).isEqualTo(SIGNERS - 1);
        } finally {
            signers.shutdownNow();
        }
    }

    @Test
    void aTransactionThatRollsBackGivesItsNumberBack() {
        UUID first = waiting();
        QuarkusTransaction.begin();
        int lost = numbering.number(first, Residents.anOfficer()).get(0).sequence;
        QuarkusTransaction.rollback();

        assertThat(sequence(waiting())).isEqualTo(lost);
    }

    @Test
    void aLetterThatIsGivenUpKeepsItsNumberAndTheNextHasAnother() {
        UUID request = waiting();
        Letter letter = numbering.number(request, Residents.anOfficer()).get(0);

        Letter cancelled = numbering.cancel(letter.id, letter.version, "Salah nama");
        Letter again = numbering.number(request, Residents.anOfficer()).get(0);

        assertThat(cancelled.number).isEqualTo(letter.number);
        assertThat(cancelled.state).isEqualTo(LetterState.CANCELLED);
        assertThat(again.sequence).isEqualTo(letter.sequence + 1);
        assertThatThrownBy(() -> numbering.cancel(letter.id, cancelled.version, "Sekali lagi"))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void aClockThatStandsBeforeTheLastNumberGivesNone() {
        sequence(waiting());
        UUID request = waiting();
        NumberingService yesterday = at(clock.instant().minus(Duration.ofDays(1)));
        NumberingService lastYear = at(clock.instant().minus(Duration.ofDays(400)));

        assertThatThrownBy(() -> inTransaction(() -> yesterday.number(request, Residents.anOfficer())))
                .hasMessageContaining("letter-clock-behind");
        assertThatThrownBy(() -> inTransaction(() -> lastYear.number(request, Residents.anOfficer())))
                .hasMessageContaining("letter-clock-behind");
    }

    @Test
    void aLetterKeepsTheVersionAndTheWordsItWasNumberedWith() {
        UUID request = waiting();

        Letter letter = numbering.number(request, Residents.anOfficer()).get(0);

        assertThat(letter.typeVersion)
                .isEqualTo(types.find(letter.kind).orElseThrow().version());
        assertThat(letter.answers().of("keperluan")).isEqualTo("bank");
        assertThat(letter.number).contains("400.12.3.2/" + letter.sequence + "/");
        assertThat(letter.validUntil).isEqualTo(letter.issuedOn.plusDays(30));
    }

    @Test
    void noNumberBeforeTheRequestWaitsForItsSignature() {
        UUID request = filled();

        assertThatThrownBy(() -> numbering.number(request, Residents.anOfficer()))
                .hasMessageContaining("letter-not-waiting");
    }

    @Test
    void theCodeOnThePaperSaysWhatTheVillageVouchesFor() throws Exception {
        Letter letter = numbering.number(waiting(), Residents.anOfficer()).get(0);
        Paper paper = inTransaction(() -> papers.stamped(letter));
        String picture = paper.signatures().get(0).people().get(0).stamp().picture();

        String address = content(picture);

        assertThat(address).startsWith("https://surat.kabupaten.example/v/" + letter.code + "?d=");
        String seal = address.substring(address.indexOf("&s=") + "&s=".length());
        LetterSeal told = new LetterSeal(village.node(), letter.code, letter.number, letter.issuedOn);
        assertThat(told.signed(keys.current().verifyKey(), seal)).isTrue();
        assertThat(paper.foot()).contains(letter.code.grouped());
        assertThat(letter.subjectMasked).contains("*").doesNotContain(" *");
    }

    private static String content(String picture) throws Exception {
        byte[] png = Base64.getDecoder().decode(picture.substring(picture.indexOf(',') + 1));
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        int[] points = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        RGBLuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), points);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private NumberingService at(Instant instant) {
        return new NumberingService(
                numbers, types, letterheads, facts, outbox, audit, Clock.fixed(instant, clock.getZone()));
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    private int sequence(UUID request) {
        Arc.container().requestContext().activate();
        try {
            return numbering.number(request, Residents.anOfficer()).get(0).sequence;
        } finally {
            Arc.container().requestContext().terminate();
        }
    }

    /** A request that waits for its signature. */
    private UUID waiting() {
        UUID id = filled();
        Request inReview =
                requests.move(id, version(id), RequestState.IN_REVIEW, null, Roles.SEKDES, Residents.anOfficer());
        requests.move(id, inReview.version, RequestState.AWAITING_SIGNATURE, null, Roles.SEKDES, Residents.anOfficer());
        return id;
    }

    private UUID filled() {
        Resident applicant = residents.register(Residents.aResident(), Residents.anOfficer());
        LetterKind kind = new LetterKind("BLMNIKAH");
        RequestDraft draft = new RequestDraft(applicant.id, kind, Channel.COUNTER, false, "bank", null, null);
        UUID id = requests.submit(draft, Residents.anOfficer()).id;
        fillings.save(
                id,
                -1,
                Answers.of(Map.of("keperluan", "bank")),
                signatory(),
                List.of(types.find(kind).orElseThrow()),
                Residents.anOfficer());
        return id;
    }

    private static int version(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Request.<Request>findById(id).version);
    }

    private static UUID signatory() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Signatory head = new Signatory();
            head.id = UUID.randomUUID();
            head.name = "Kepala Uji";
            head.basis = Signatory.Basis.HEAD;
            // not offered to other tests
            head.active = false;
            head.createdAt = Instant.EPOCH;
            head.persist();
            return head.id;
        });
    }
}
