package id.smartkampung.village.book;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.village.Clerk;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.change.MutationDraft;
import id.smartkampung.village.change.MutationService;
import id.smartkampung.village.change.UndoService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.account.Roles;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class BookPageTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 10);
    private static final LocalDate REPORT = LocalDate.of(2024, 3, 2);

    @Inject
    ResidentService residents;

    @Inject
    MutationService mutations;

    @Inject
    UndoService undoing;

    private Clerk clerk;
    private Resident resident;

    @BeforeEach
    void somebodyLivesHere() {
        clerk = Clerk.as(Roles.OPERATOR);
        resident = residents.register(
                Residents.named("Aa Warga Buku").set(ResidentField.MARITAL_STATUS, MaritalStatus.WIDOWED),
                Residents.anOfficer());
    }

    @ParameterizedTest
    @EnumSource(Book.class)
    void everyBookIsAPageAWorkbookAndAPdf(Book book) throws IOException {
        String address = "/buku/" + book.address();
        String title = book == Book.LAPORAN
                ? "Laporan perkembangan penduduk"
                : book.name().replace("B", "B.");
        assertThat(clerk.get("/buku").asString()).contains(address);

        assertThat(clerk.get(address + "?bulan=2024-03").asString()).contains(title);
        assertThat(text(clerk.get(address + "/unduh?bulan=2024-03&jenis=pdf"))).contains(title, "Kepala Desa");
        byte[] workbook = clerk.get(address + "/unduh?bulan=2024-03&jenis=xlsx").asByteArray();
        try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getFirstSheet().read().get(0).getCellCount()).isGreaterThan(7);
        }
    }

    @Test
    void numbersStandBelowTheNameOfTheirColumn() {
        assertThat(clerk.get("/buku/" + Book.LAPORAN.address()).asString())
                .contains("<th scope=\"col\" class=\"n\">KK</th>", "<th scope=\"col\" class=\"\">Perincian</th>");
    }

    @Test
    void theMainBookSaysWidowAndKeepsTheNumberCovered() {
        String page = clerk.get("/buku/b1").asString();

        assertThat(page)
                .contains("Aa Warga Buku", "Janda", resident.nik.masked())
                .doesNotContain(resident.nik.value());
    }

    @Test
    void theWholeBookIsForThoseWhoAnswerForItAndWithAReason() throws IOException {
        Clerk sekdes = Clerk.as(Roles.SEKDES);

        assertThat(clerk.post("/buku/b2/unduh", "jenis", "pdf", "alasan", "arsip")
                        .statusCode())
                .isEqualTo(403);
        assertThat(sekdes.post("/buku/b1/unduh", "jenis", "csv", "alasan", "").statusCode())
                .isEqualTo(422);
        assertThat(sekdes.post("/buku/b1/unduh", "jenis", "csv", "alasan", "arsip")
                        .asString())
                .contains(resident.nik.value());
    }

    @Test
    void aMutationStandsInTheMonthOfTheDayThatTheBookGoesBy() {
        leave(MutationKind.DEPARTURE);

        // The books of that month were closed long ago: it counts when it was typed.
        assertThat(clerk.get("/buku/b2").asString())
                .contains("Aa Warga Buku", "menurut tanggal lapor", "lapor 02-03-2024");
        assertThat(book("b2", "2024-03", "lapor")).doesNotContain("Aa Warga Buku");
        assertThat(book("b2", "2024-02", "peristiwa")).contains("Aa Warga Buku", "menurut tanggal kejadian");
        assertThat(book("b2", "2024-02", "lapor")).doesNotContain("Aa Warga Buku");
    }

    @Test
    void whatIsUndoneStaysInItsMonthAndIsTakenBackInTheMonthOfTheUndoing() {
        Mutation moved = leave(MutationKind.DEPARTURE);
        undoing.undo(moved.id, moved.version, "salah", Residents.anOfficer());

        assertThat(clerk.get("/buku/b2").asString())
                .contains("dibatalkan", "BATAL: Pindah keluar yang dilaporkan 02-03-2024");
    }

    @Test
    void temporaryResidentsHaveTheirOwnBookAndStandInNoOther() {
        mutations.arrived(
                new MutationDraft(
                        MutationKind.ARRIVAL,
                        DAY,
                        REPORT,
                        null,
                        null,
                        "Jember",
                        "Rumah Contoh",
                        "Bekerja di pabrik",
                        null,
                        null,
                        null),
                Residents.named("Aa Tamu Buku").set(ResidentField.RESIDENCY, Residency.TEMPORARY),
                Residents.anOfficer());

        assertThat(clerk.get("/buku/b4?bulan=2024-04").asString())
                .contains("Aa Tamu Buku", "Bekerja di pabrik", "Jember", "Rumah Contoh", "10-02-2024");
        assertThat(clerk.get("/buku/b4?bulan=2024-01").asString()).doesNotContain("Aa Tamu Buku");
        assertThat(clerk.get("/buku/b1").asString()).doesNotContain("Aa Tamu Buku");
    }

    @Test
    void everyStayOfATemporaryResidentHasItsOwnRow() {
        Resident guest = residents.register(
                Residents.named("Aa Tamu Lama").set(ResidentField.RESIDENCY, Residency.TEMPORARY),
                Residents.anOfficer());
        assertThat(guests("2024-01")).containsOnlyOnce("Aa Tamu Lama");

        stay(guest, MutationKind.AWAY, LocalDate.of(2024, 2, 10));
        stay(guest, MutationKind.RETURN, LocalDate.of(2024, 4, 5));
        stay(guest, MutationKind.ARRIVAL, LocalDate.of(2024, 6, 7));

        assertThat(guests("2024-02")).contains("Aa Tamu Lama", "10-02-2024");
        assertThat(guests("2024-03")).doesNotContain("Aa Tamu Lama");
        assertThat(guests("2024-05")).contains("Aa Tamu Lama", "05-04-2024", "07-06-2024");
        assertThat(guests("2024-07")).doesNotContain("Aa Tamu Lama");
        assertThat(clerk.get("/buku/b5/unduh?jenis=csv").asString().lines())
                .filteredOn(line -> line.contains("Aa Tamu Lama"))
                .singleElement()
                .asString()
                .contains("2024");
    }

    private void stay(Resident guest, MutationKind kind, LocalDate day) {
        MutationDraft draft = MutationDraft.of(kind, day, day);
        if (kind.isAdding()) {
            mutations.returned(draft, guest.id, Residents.anOfficer());
        } else {
            mutations.leave(draft, Set.of(guest.id), null, Residents.anOfficer());
        }
    }

    private String guests(String month) {
        return clerk.get("/buku/b4?bulan=" + month).asString();
    }

    @Test
    void aMonthThatHasNotComeHasNoBook() {
        assertThat(clerk.get("/buku/b3?bulan=2999-01").statusCode()).isEqualTo(409);
    }

    @Test
    void aPageBehindNobodyIsNotFound() {
        assertThat(clerk.get("/buku/b1?setelah=" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBookThatThereIsNotIsNotFound() {
        assertThat(clerk.get("/buku/b9").statusCode()).isEqualTo(404);
    }

    private Mutation leave(MutationKind kind) {
        return mutations
                .leave(MutationDraft.of(kind, DAY, REPORT), Set.of(resident.id), null, Residents.anOfficer())
                .get(0);
    }

    private String book(String book, String month, String basis) {
        return clerk.get("/buku/" + book + "?bulan=" + month + "&dasar=" + basis)
                .asString();
    }

    private static String text(Response pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.asByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
