package id.smartkampung.village.letter;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterSigner;
import id.smartkampung.model.letter.LetterText;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.paper.PaperPrinter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class LetterPaperTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final float POINTS_PER_MM = 72 / 25.4f;

    @Inject
    LetterPaper papers;

    @Inject
    PaperPrinter printer;

    @Inject
    ResidentService residents;

    @ParameterizedTest
    @EnumSource(Filled.class)
    void everyTypeOfTheCatalogueBecomesALetterThatCanBeReadBack(Filled filled) throws IOException {
        Resident applicant = residents.register(applicant(filled), Residents.anOfficer());
        Path folder = Files.createDirectories(Path.of("target", "letters", filled.name()));

        for (LetterType type : LetterCatalogue.types().values()) {
            Answers answers = filled.answers(type, Answers.known(applicant.id));
            byte[] pdf = printer.print(papers.draft(source(type, answers, applicant, head())));

            Files.write(folder.resolve(type.kind() + ".pdf"), pdf);
            String text = read(pdf);
            assertThat(text)
                    .as("%s %s", type.kind(), filled)
                    .contains(type.heading(), "Sarongan, 21 November 2026")
                    .doesNotContain("#");
            assertThat(text.contains("PEMERINTAH KABUPATEN BANYUWANGI"))
                    .as("%s is a letter of the village", type.kind())
                    .isEqualTo(type.hasLetterhead());
            assertThat(text.contains("Nomor: …"))
                    .as("%s has a number", type.kind())
                    .isEqualTo(type.signedByVillageHead());
            assertThat(placeholders(type)).as("%s", type.kind()).noneMatch(text::contains);
            if (!filled.hasBraces(type)) {
                assertThat(text).as("%s %s", type.kind(), filled).doesNotContainPattern("[{}\\[\\]]");
            }
            assertThat(text.contains("KEPALA DESA SARONGAN,"))
                    .as("%s is signed by the head", type.kind())
                    .isEqualTo(type.signedByVillageHead());
        }
    }

    @Test
    void whatWasFilledInStandsInTheLetter() throws IOException {
        Resident applicant = residents.register(applicant(Filled.ORDINARY), Residents.anOfficer());
        LetterType type = type("PENGHASILAN");

        String text = read(printer.print(papers.draft(
                source(type, Filled.ORDINARY.answers(type, Answers.known(applicant.id)), applicant, head()))));

        assertThat(text)
                .contains(
                        "Siti Rukmini",
                        applicant.nik.value(),
                        "Banyuwangi, 21 April 1972",
                        "Rp1.500.000 (satu juta lima ratus ribu rupiah)",
                        "Dusun Krajan RT 003 RW 001, Desa Sarongan",
                        "KONSEP");
    }

    @Test
    void papersOfCitizensAreSignedByThem() throws IOException {
        Resident applicant = residents.register(applicant(Filled.ORDINARY), Residents.anOfficer());

        for (String code : List.of("N2", "N4", "N5", "KUASA", "AHLIWARIS")) {
            LetterType type = type(code);
            String text = read(printer.print(papers.draft(
                    source(type, Filled.ORDINARY.answers(type, Answers.known(applicant.id)), applicant, head()))));
            String ends = text.substring(text.indexOf("Sarongan, 21 November 2026"));

            for (LetterSigner signer : type.signers()) {
                String name = signer.role() == LetterSigner.Role.VILLAGE_HEAD
                        ? "BAMBANG HERIYANTO"
                        : signer.role() == LetterSigner.Role.CAMAT ? "Camat Pesanggaran," : "Siti Rukmini";
                assertThat(ends).as(code).contains(name);
            }
            assertThat(type.signers().get(0).role()).isNotEqualTo(LetterSigner.Role.VILLAGE_HEAD);
        }
    }

    @Test
    void anOfficeOutsideSignsWhereItIsWanted() {
        Resident applicant = residents.register(applicant(Filled.ORDINARY), Residents.anOfficer());
        LetterType type = type("SKCK");
        Map<String, String> answers = new HashMap<>(
                Filled.ORDINARY.answers(type, Answers.known(applicant.id)).all());

        assertThat(signing(type, answers, applicant)).containsExactly("KEPALA DESA SARONGAN,", "Camat Pesanggaran,");
        answers.put("ttd_camat", "tidak");
        assertThat(signing(type, answers, applicant)).containsExactly("KEPALA DESA SARONGAN,");
        answers.remove("ttd_camat");
        assertThat(signing(type, answers, applicant)).containsExactly("KEPALA DESA SARONGAN,");
    }

    @Test
    void whoSignsForTheHeadSaysSo() {
        Resident applicant = residents.register(applicant(Filled.ORDINARY), Residents.anOfficer());
        LetterType type = type("DOM");
        Signatory secretary = head();
        secretary.basis = Signatory.Basis.ON_BEHALF;
        secretary.position = "Sekretaris Desa";
        Signatory acting = head();
        acting.basis = Signatory.Basis.ACTING;

        Paper onBehalf = papers.draft(source(type, Answers.none(), applicant, secretary));
        Paper byActing = papers.draft(source(type, Answers.none(), applicant, acting));

        assertThat(onBehalf.signatures().get(0).people().get(0).as())
                .containsExactly("a.n. KEPALA DESA SARONGAN", "Sekretaris Desa,");
        assertThat(byActing.signatures().get(0).people().get(0).as()).containsExactly("Plt. KEPALA DESA SARONGAN,");
        assertThat(byActing.parts().get(0).text()).contains("Plt. Kepala Desa Sarongan");
    }

    @Test
    void aSheetIsF4AndTaggedAndCarriesItsFonts() throws IOException {
        Resident applicant = residents.register(applicant(Filled.ORDINARY), Residents.anOfficer());
        LetterType type = type("DOM");
        byte[] pdf = printer.print(papers.draft(
                source(type, Filled.ORDINARY.answers(type, Answers.known(applicant.id)), applicant, head())));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(page.getMediaBox().getWidth() / POINTS_PER_MM).isBetween(214.5f, 215.5f);
            assertThat(page.getMediaBox().getHeight() / POINTS_PER_MM).isBetween(329.5f, 330.5f);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("id");
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("Tinos");
            }
        }
    }

    private List<String> signing(LetterType type, Map<String, String> answers, Resident applicant) {
        return papers.draft(source(type, Answers.of(answers), applicant, head())).signatures().stream()
                .flatMap(row -> row.people().stream())
                .flatMap(one -> one.as().stream())
                .toList();
    }

    private static ResidentDraft applicant(Filled filled) {
        return switch (filled) {
            case MISSING -> new ResidentDraft().set(ResidentField.FULL_NAME, "Tanpa Data");
            case APOSTROPHE -> ordinary().set(ResidentField.FULL_NAME, "Nur'aini <i>Ma'ruf & Sa'adah");
            case LONGEST ->
                ordinary()
                        .set(
                                ResidentField.FULL_NAME,
                                "Raden Ajeng Kusumaningtyas ".repeat(9).strip())
                        .set(
                                ResidentField.BORN_IN,
                                "Kabupaten Jauh Sekali ".repeat(10).strip());
            case ORDINARY -> ordinary();
        };
    }

    private static ResidentDraft ordinary() {
        return Residents.aResident()
                .set(ResidentField.RELIGION, Religion.ofCode(1))
                .set(ResidentField.MARITAL_STATUS, MaritalStatus.MARRIED)
                .set(ResidentField.OCCUPATION, Occupation.ofCode(3))
                .set(ResidentField.CITIZENSHIP, Citizenship.ofCode(1));
    }

    private static LetterValues.Source source(
            LetterType type, Answers answers, Resident applicant, Signatory signatory) {
        return new LetterValues.Source(type, answers, applicant, signatory, TODAY);
    }

    private static Signatory head() {
        Signatory head = new Signatory();
        head.name = "BAMBANG HERIYANTO";
        head.basis = Signatory.Basis.HEAD;
        return head;
    }

    private static LetterType type(String code) {
        return LetterCatalogue.find(new LetterKind(code)).orElseThrow();
    }

    private static List<String> placeholders(LetterType type) {
        List<String> words = new ArrayList<>();
        type.fields().forEach(field -> words.add("{" + field.name() + "}"));
        for (LetterText.Placeholder one : LetterText.Placeholder.values()) {
            // one of them is typed by hand in a test of signs
            if (one != LetterText.Placeholder.VILLAGE) {
                words.add("{" + one.word() + "}");
            }
        }
        return words;
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StringBuilder across = new StringBuilder();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition glyph) {
                    // What is printed across the sheet stands between no words.
                    if (glyph.getTextMatrix().getShearY() == 0) {
                        super.processTextPosition(glyph);
                    } else {
                        across.append(glyph.getUnicode());
                    }
                }
            };
            stripper.setSortByPosition(true);
            String straight = stripper.getText(document).replaceAll("\\s+", " ").strip();
            return straight + " " + across;
        }
    }
}
