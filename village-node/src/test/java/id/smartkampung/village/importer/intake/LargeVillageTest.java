package id.smartkampung.village.importer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.importer.PopulationFiles;
import id.smartkampung.village.importer.sheet.SheetLimits;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.profile.OwnDatabase;
import id.smartkampung.village.register.Resident;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The largest village: 25,000 people come in by one file, and are found again through indexes alone. */
@QuarkusTest
@TestProfile(LargeVillageTest.OfItsOwn.class)
class LargeVillageTest {

    private static final int PEOPLE = 25_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Author OFFICER = new Author(null, "uji-besar", Author.IMPORT);

    @Inject
    ImportService imports;

    @Inject
    ResidentQueries residents;

    @Inject
    AgroalDataSource database;

    @TempDir
    Path folder;

    /** A village of another name, whose events wait for topics that nobody makes. */
    public static class OfItsOwn implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(OwnDatabase.settings("large"));
            settings.put("village.profile.node", "35.10.01.2003");
            return settings;
        }
    }

    @BeforeEach
    void everybodyIsIn() throws IOException, SQLException {
        if (number("select count(*) from resident") == 0) {
            Chunk all = takeIn();
            assertThat(all.added()).isEqualTo(PEOPLE);
            analyze();
        }
    }

    @Test
    void leavesAnEventForEverybodyAndEveryFamily() throws SQLException {
        assertThat(number("select count(*) from outbox where subject_table = 'resident'"))
                .isEqualTo(PEOPLE);
        assertThat(number("select last.sequence - count(*) from outbox, (select sequence from log_head) last"
                        + " group by last.sequence"))
                .isZero();
    }

    @Test
    void theSecondRunChangesNobody() throws IOException, SQLException {
        long events = number("select count(*) from outbox");

        Chunk again = takeIn();

        assertThat(again.unchanged()).isEqualTo(PEOPLE);
        assertThat(number("select count(*) from outbox")).isEqualTo(events);
    }

    /** Read by its plan and not by the clock. */
    @ParameterizedTest
    @ValueSource(strings = {"contoh 12345", "moh contoh", "3510020101", "0812345"})
    void findsAmongAllThroughIndexesAlone(String typed) throws SQLException {
        assertThat(plan(residents.explained(typed))).contains("Index").doesNotContain("Seq Scan");
    }

    @Test
    void findsTheOneWhoIsMeant() {
        assertThat(residents.find("Contoh 12345 Orang", 20))
                .extracting((Resident found) -> found.fullName)
                .containsExactly("Contoh 12345 Orang");
    }

    private Chunk takeIn() throws IOException {
        Path file = PopulationFiles.largeVillage(folder, PEOPLE);
        SheetLimits limits = SheetLimits.ofFileBytes(50 << 20);
        List<Chunk> chunks = new ArrayList<>(List.of(Chunk.NONE));
        FileChunks.of(file, limits, TODAY, 250, List.of()).each(0, rows -> {
            chunks.set(0, chunks.get(0).plus(imports.apply(rows, OFFICER)));
            return true;
        });
        return chunks.get(0);
    }

    /** As the server does by itself within a minute of so large a change; searches are planned by what it finds. */
    private static void analyze() throws SQLException {
        Config config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    private String plan(String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet line = statement.executeQuery("explain " + sql)) {
            while (line.next()) {
                plan.append(line.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
