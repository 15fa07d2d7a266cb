package id.smartkampung.village.importer;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.importer.row.ParsedRow;
import id.smartkampung.village.importer.row.PopulationFile;
import id.smartkampung.village.importer.row.Problem;
import id.smartkampung.village.importer.sheet.Refusal;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ImportRunTest {

    private static final Author OFFICER = new Author(UUID.randomUUID(), "operator", Author.IMPORT);

    @Inject
    ImportRunService runs;

    @Inject
    ImportWorker worker;

    @Inject
    ImportFiles files;

    @Inject
    FindingQueries findings;

    @Inject
    ImportConfig config;

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    @Test
    void bringsTheDemoVillageInWholeAndTheSecondTimeChangesNothing() throws IOException, SQLException {
        Path file = PopulationFiles.demoVillage();

        ImportRun first = runThrough(file);
        long events = count("select count(*) from outbox");
        long history = count("select count(*) from field_change");
        ImportRun second = runThrough(PopulationFiles.asXlsx(file, folder));

        assertThat(first.doneNew).isEqualTo(97);
        assertThat(first.warningRows).isEqualTo(97);
        assertThat(first.errorRows).isZero();
        assertThat(findings.count(first.id, null)).isEqualTo(97);
        assertThat(count("select count(*) from resident where nik in " + cells(file, 6)))
                .isEqualTo(97);
        assertThat(count("select count(*) from family where no_kk in " + cells(file, 5)))
                .isEqualTo(37);
        assertThat(second.doneUnchanged).isEqualTo(97);
        assertThat(second.doneNew + second.doneChanged + second.doneSkipped).isZero();
        assertThat(count("select count(*) from outbox")).isEqualTo(events);
        assertThat(count("select count(*) from field_change")).isEqualTo(history);
    }

    @Test
    void aPreviewChangesNothing() throws IOException, SQLException {
        UUID id = upload(PopulationFiles.village(folder, 30));

        ImportRun run = await(id, RunState.CHECKED);

        assertThat(run.newRows).isEqualTo(30);
        assertThat(run.rowCount).isEqualTo(30);
        assertThat(run.familyCount).isEqualTo(10);
        assertThat(run.doneRows).isZero();
        assertThat(count("select count(*) from field_change where source = 'import' and username = 'nobody'"))
                .isZero();
    }

    @Test
    void leavesOutRowsInErrorAndBringsTheOthersIn() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(PopulationFiles.village(folder, 6)));
        lines.set(2, lines.get(2).replace(",1985-", ",1985-31-"));
        lines.set(4, lines.get(4).replace(",KRAJAN,", ",,"));

        ImportRun run = runThrough(PopulationFiles.csv(folder, lines.toArray(String[]::new)));

        assertThat(run.doneNew).isEqualTo(4);
        assertThat(run.doneSkipped).isEqualTo(2);
        assertThat(findings.list(run.id, null, 0, 10))
                .extracting(numbered ->
                        numbered.finding().row() + " " + numbered.finding().problem() + " "
                                + numbered.finding().column())
                .containsExactly("3 DATE_FORM tanggallahir", "5 REQUIRED_FOR_NEW dusun");
    }

    @Test
    void writesDownWhatAnImportHasChanged() throws IOException, SQLException {
        Path file = PopulationFiles.village(folder, 3);
        runThrough(file);
        String changed = Files.readString(file).replace("Contoh 1 ", "Contoh Satu ");

        ImportRun run = runThrough(PopulationFiles.csv(folder, changed));

        assertThat(run.doneChanged).isEqualTo(1);
        assertThat(run.doneUnchanged).isEqualTo(2);
        assertThat(count("select count(*) from field_change c join resident r on r.id = c.subject_id"
                        + " where r.nik like '" + nikPrefix(file) + "%' and c.field = 'fullName'"
                        + " and c.source = 'import'"))
                .isEqualTo(1);
    }

    @Test
    void goesOnAfterACrashWhereItWas() throws IOException, SQLException {
        Path file = PopulationFiles.village(folder, 600);
        UUID id = upload(file);
        await(id, RunState.CHECKED);
        // The server died after the first chunk: the run is in the table, and nobody works on it.
        runs.start(id, null);
        runs.apply(id, rows(file, 250));

        worker.resume();

        ImportRun run = await(id, RunState.DONE);
        assertThat(run.doneNew).isEqualTo(600);
        assertThat(run.doneRows).isEqualTo(600);
        assertThat(run.resumedRows).isEqualTo(250);
        assertThat(count("select count(*) from resident where nik like '" + nikPrefix(file) + "%'"))
                .isEqualTo(600);
        assertThat(Files.exists(files.of(id))).isFalse();
    }

    @Test
    void aPausedRunTakesNothingMoreIn() throws IOException {
        Path file = PopulationFiles.village(folder, 300);
        UUID id = upload(file);
        await(id, RunState.CHECKED);
        runs.start(id, null);
        runs.apply(id, rows(file, 100));
        runs.pause(id);

        RunState state = runs.apply(id, rows(file, 100));

        assertThat(state).isEqualTo(RunState.PAUSED);
        assertThat(stored(id).doneRows).isEqualTo(100);
    }

    @Test
    void saysWhenTheFileHasDisappeared() throws IOException {
        UUID id = runs.newId();
        runs.create(id, "hilang.csv", 1, List.of(), OFFICER);

        worker.submit(id);

        assertThat(await(id, RunState.REFUSED).refusal).isEqualTo(Refusal.GONE);
    }

    @Test
    void remembersWhatTheOldSystemSays() throws IOException {
        UUID id = upload(PopulationFiles.village(folder, 3));
        await(id, RunState.CHECKED);

        runs.tell(id, Map.of(0, 5));

        assertThat(findings.totals(id)).singleElement().satisfies(total -> {
            assertThat(total.dusun()).isEqualTo("KRAJAN");
            assertThat(total.told()).isEqualTo(5);
            assertThat(total.difference()).isEqualTo(-2);
        });
    }

    @Test
    void remarksAGuessedEncodingOnce() throws IOException {
        Path file = folder.resolve("lama.csv");
        String text = Files.readString(PopulationFiles.village(folder, 2)).replace("Contoh 1 ", "Andr\u00e9 ");
        Files.write(file, text.getBytes(Charset.forName("windows-1252")));
        UUID id = upload(file);

        await(id, RunState.CHECKED);

        assertThat(findings.list(id, null, 0, 10))
                .extracting(numbered -> numbered.finding().problem())
                .containsExactly(Problem.ENCODING_GUESSED);
    }

    private ImportRun runThrough(Path file) {
        UUID id = upload(file);
        await(id, RunState.CHECKED);
        runs.start(id, null);
        worker.submit(id);
        return await(id, RunState.DONE);
    }

    private UUID upload(Path file) {
        UUID id = runs.newId();
        files.keep(id, file);
        runs.create(id, file.getFileName().toString(), 1, List.of(), OFFICER);
        worker.submit(id);
        return id;
    }

    private ImportRun await(UUID id, RunState state) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> stored(id), run -> run.state == state);
    }

    private static ImportRun stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> ImportRun.byId(id));
    }

    private List<ParsedRow> rows(Path file, int count) throws IOException {
        List<ParsedRow> rows = new ArrayList<>();
        try (PopulationFile population =
                PopulationFile.open(file, config.limits(), LocalDate.of(2026, 11, 21), List.of())) {
            while (rows.size() < count) {
                rows.add(population.next());
            }
        }
        return rows;
    }

    private static String cells(Path file, int column) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> "'" + line.split(",", -1)[column] + "'")
                .collect(Collectors.joining(",", "(", ")"));
    }

    private static String nikPrefix(Path file) throws IOException {
        return Files.readAllLines(file).get(1).split(",")[6].substring(0, 12);
    }

    private long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
