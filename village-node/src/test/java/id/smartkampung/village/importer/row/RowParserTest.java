package id.smartkampung.village.importer.row;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.importer.sheet.Sheet;
import id.smartkampung.village.importer.sheet.SheetRow;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowParserTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Map<String, String> cells = new LinkedHashMap<>(Map.of(
            "nama",
            "Contoh Aminah",
            "no_kk",
            "3510010101200001",
            "nik",
            "3510014506600004",
            "sex",
            "2",
            "tanggallahir",
            "1960-06-05"));

    private final BitSet numbers = new BitSet();

    @Test
    void aRowInOrderHasNothingToBeSaid() throws IOException {
        assertThat(parsed().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "P", "p", "Pr", "PEREMPUAN", " perempuan ", "2.0", "02"})
    void knowsCodesAndTexts(String text) throws IOException {
        cells.put("sex", text);

        assertThat(parsed().sex()).isEqualTo(Sex.FEMALE);
    }

    @Test
    void comparesTextsWithoutSpacesAndCase() throws IOException {
        cells.put("status_kawin", "ch");
        cells.put("golongan_darah_id", "ab +");
        cells.put("pekerjaan_id", "pegawai negeri sipil(PNS)");

        ParsedRow row = parsed();

        assertThat(row.code(ImportColumn.MARITAL_STATUS, MaritalStatus.class)).isEqualTo(MaritalStatus.DIVORCED);
        assertThat(row.code(ImportColumn.BLOOD_GROUP, BloodGroup.class)).isEqualTo(BloodGroup.AB_POSITIVE);
        assertThat(row.code(ImportColumn.OCCUPATION, Occupation.class)).isEqualTo(new Occupation(5));
    }

    @Test
    void anUnknownTextIsAnErrorAtItsColumn() throws IOException {
        cells.put("pekerjaan", "Dukun bayi");

        expectOnly(Problem.CODE_UNKNOWN, "pekerjaan_id", "Dukun bayi");
    }

    @Test
    void takesTheSecondSpellingOfTheColumns() throws IOException {
        cells.clear();
        cells.putAll(Map.of(
                "NAMA LENGKAP",
                "Contoh",
                "Nomor KK",
                "3510010101200001",
                "NOMOR_NIK",
                "3510014506600004",
                "Jenis Kelamin",
                "PEREMPUAN",
                "Tanggal Lahir",
                "05-06-1960"));

        ParsedRow row = parsed();

        assertThat(row.findings()).isEmpty();
        assertThat(row.nik()).isEqualTo(new Nik("3510014506600004"));
        assertThat(row.date(ImportColumn.BORN_ON)).isEqualTo("1960-06-05");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "1960-06-05,",
                "5/6/1960,",
                "05-06-1960,",
                "05.06.1960,",
                "1960-06-05 00:00:00,",
                "22072,",
                "'1960-06-05,",
                "31-02-1987, DATE_IMPOSSIBLE",
                "1987-13-01, DATE_IMPOSSIBLE",
                "29/02/2023, DATE_IMPOSSIBLE",
                "2027-01-01, DATE_IN_FUTURE",
                "Juni 1960, DATE_FORM",
                "05-06-60, DATE_FORM"
            })
    void readsDatesAndRefusesImpossibleOnes(String text, Problem problem) throws IOException {
        cells.put("tanggallahir", text);

        if (problem == null) {
            assertThat(parsed().date(ImportColumn.BORN_ON)).isEqualTo("1960-06-05");
        } else {
            expectOnly(problem, "tanggallahir", text);
        }
    }

    @Test
    void aPassportMayEndInTheFuture() throws IOException {
        cells.put("tanggal_akhir_paspor", "2031-01-01");

        assertThat(parsed().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", "-", "0000000000000000"})
    void aPersonWithoutNikComesIn(String text) throws IOException {
        cells.put("nik", text);

        ParsedRow row = parsed();

        assertThat(row.nik()).isNull();
        assertThat(row.hasErrors()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "351001450660, NIK_LENGTH, 351001••••••",
        "35100145066000O4, NIK_NOT_DIGITS, 351001••••••••••",
        "3.51001E+15, NUMBER_DESTROYED, 3.5100•••••"
    })
    void saysWhatIsWrongWithANikWithoutShowingIt(String text, Problem problem, String shown) throws IOException {
        cells.put("nik", text);

        expectOnly(problem, "nik", shown);
    }

    @Test
    void aNikTypedAsANumberHasLostItsLastDigit() throws IOException {
        cells.put("nik", "3.51001450660001E+15");
        numbers.set(new ArrayList<>(cells.keySet()).indexOf("nik"));

        expectOnly(Problem.NUMBER_DESTROYED, "nik", "351001••••••••••");
    }

    @Test
    void aNikWrittenAsAnExactNumberIsTaken() throws IOException {
        cells.put("nik", "3.510014506600004E15");
        numbers.set(new ArrayList<>(cells.keySet()).indexOf("nik"));

        assertThat(parsed().nik()).isEqualTo(new Nik("3510014506600004"));
    }

    @Test
    void aNikWithAnotherBirthDateIsOneWarningAndNoRefusal() throws IOException {
        cells.put("nik", "3510010506610004");

        expectOnly(Problem.NIK_BORN_ON, "nik", "351001•••••••••• / 1960");
        assertThat(parsed().hasErrors()).isFalse();
    }

    @Test
    void aNikOfTheOtherSexIsAWarning() throws IOException {
        cells.put("sex", "L");

        expectOnly(Problem.NIK_SEX, "nik", "351001••••••••••");
    }

    @Test
    void aWrongNikOfAParentIsLeftOut() throws IOException {
        cells.put("ayah_nik", "12345");

        expectOnly(Problem.PARENT_NIK_DROPPED, "ayah_nik", "12345");
        assertThat(parsed().value(ImportColumn.FATHER_NIK)).isNull();
    }

    @Test
    void stripsWhatSpreadsheetsAndPeopleAdd() throws IOException {
        cells.putAll(Map.of("dusun", "Dusun krajan_lor", "rt", "'004", "rw", "2", "nama", "  Ni'mah\u00a0 Contoh\t"));

        ParsedRow row = parsed();

        assertThat(row.text(ImportColumn.DUSUN)).isEqualTo("KRAJAN LOR");
        assertThat(row.text(ImportColumn.RT)).isEqualTo("004");
        assertThat(row.text(ImportColumn.RW)).isEqualTo("002");
        assertThat(row.text(ImportColumn.FULL_NAME)).isEqualTo("Ni'mah Contoh");
    }

    @Test
    void aDashSaysThatThereIsNone() throws IOException {
        cells.put("rw", "-");

        ParsedRow row = parsed();

        assertThat(row.text(ImportColumn.RW)).isNull();
        assertThat(row.lacks(ImportColumn.RW)).isFalse();
        assertThat(row.lacks(ImportColumn.RT)).isTrue();
    }

    @Test
    void aRowMayHaveSeveralErrors() throws IOException {
        cells.putAll(Map.of("nama", "", "tanggallahir", "31-02-1987", "agama_id", "99"));

        assertThat(parsed().findings())
                .extracting(Finding::problem)
                .containsExactlyInAnyOrder(Problem.NAME_MISSING, Problem.DATE_IMPOSSIBLE, Problem.CODE_UNKNOWN);
    }

    @Test
    void everyOfficialEntryIsKnownByItsName() {
        for (ImportColumn column : ImportColumn.values()) {
            if (column.vocabulary() == null) {
                continue;
            }
            List<? extends Coded> entries = column.vocabulary() == Occupation.class
                    ? Occupation.all()
                    : Arrays.asList(column.vocabulary().getEnumConstants());
            assertThat(entries).isNotEmpty().allSatisfy(entry -> {
                assertThat(CodeTexts.find(column.vocabulary(), entry.label())).isEqualTo(entry);
                assertThat(CodeTexts.find(column.vocabulary(), String.valueOf(entry.code())))
                        .isEqualTo(entry);
            });
        }
    }

    private void expectOnly(Problem problem, String column, String shown) throws IOException {
        assertThat(parsed().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.problem()).isEqualTo(problem);
            assertThat(finding.column()).isEqualTo(column);
            assertThat(finding.shown()).isEqualTo(shown);
        });
    }

    private ParsedRow parsed() throws IOException {
        SheetRow names = new SheetRow(1, List.copyOf(cells.keySet()), new BitSet());
        SheetRow person = new SheetRow(2, List.copyOf(cells.values()), numbers);
        Header header = Header.find(new TwoRows(new ArrayDeque<>(List.of(names))), List.of());
        return new RowParser(header, false, TODAY).parse(person);
    }

    /** A sheet that is already in memory. */
    private record TwoRows(Deque<SheetRow> rows) implements Sheet {

        @Override
        public SheetRow next() {
            return rows.poll();
        }

        @Override
        public boolean guessedEncoding() {
            return false;
        }

        @Override
        public boolean datesFrom1904() {
            return false;
        }

        @Override
        public void close() {
            rows.clear();
        }
    }
}
