package id.smartkampung.district.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import id.smartkampung.district.export.Export.Format;
import id.smartkampung.district.export.Export.State;
import id.smartkampung.district.feed.RowType;
import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.district.web.TestExports;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ExportTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NUMBER = "(?s).*\\b\\d{16}\\b.*";
    private static final AtomicInteger NEXT = new AtomicInteger(10);

    @Inject
    Kampung kampung;

    @Inject
    Officers officers;

    @Inject
    ExportRunner runner;

    @Inject
    ExportWriter writer;

    @Inject
    ExportConfig config;

    @Inject
    AgroalDataSource database;

    /** A kecamatan and a client of its own for each test. */
    private final String area = "35.94." + NEXT.getAndIncrement();

    private final String village = area + ".2001";
    private final String name = "dinas-" + UUID.randomUUID();
    private final String client = TestClients.client(name, "requests residents.min", "");

    @BeforeEach
    void aVillageWithPeople() {
        kampung.joins(village, "Uji");
        for (int i = 0; i < 50; i++) {
            kampung.registers(
                    village, "35%02d014403870%03d".formatted(94, i).substring(0, 16), "Warga \"" + i + "\", \\ ñ");
        }
        kampung.asks(village, "26-0001", "SUBMITTED", Instant.parse("2026-11-20T05:00:00Z"));
        kampung.joins(area.replace("35.94", "35.93") + ".2001", "Lain");
        kampung.registers(area.replace("35.94", "35.93") + ".2001", "3593014403870001", "Orang lain");
    }

    @Test
    void holdsEveryRowOfTheAreaAndSaysSo() throws SQLException {
        JsonPath export = TestExports.made(client, Map.of("types", List.of("residents", "requests"), "area", area));

        assertThat(export.getString("state")).isEqualTo("READY");
        assertThat(export.getList("files.name")).containsExactly("residents.ndjson.gz", "requests.ndjson.gz");
        assertThat(export.getList("files.rows")).containsExactly(50, 1);
        assertThat(export.getString("cursor")).isNotBlank();
        List<String> lines = TestExports.lines(client, export, 0);
        assertThat(lines).hasSize(50);
        assertThat(new TreeSet<>(lines.stream()
                        .map(line -> JsonPath.from(line).getString("id")
                                + JsonPath.from(line).getString("fullName"))
                        .toList()))
                .isEqualTo(new TreeSet<>(strings("select id || full_name from resident where node = ?", village)));
        assertThat(TestExports.lines(client, export, 1).get(0)).contains("\"number\":\"26-0001\"");
    }

    @Test
    void isWrittenAsATableForWhoWantsOne() {
        JsonPath export =
                TestExports.made(client, Map.of("types", List.of("residents"), "area", area, "format", "CSV"));

        List<String> lines = TestExports.lines(client, export, 0);

        assertThat(lines.get(0)).startsWith("node,id,kodeDesa,epoch,seq,maskedNik,familyId,fullName,");
        assertThat(lines).hasSize(51).anyMatch(line -> line.contains("\"Warga \"\"7\"\", \\ ñ\""));
        assertThat(export.getInt("files[0].rows")).isEqualTo(50);
    }

    @Test
    void masksNumbersButForTheScopeWithAPurpose() {
        Map<String, ?> order = Map.of("types", List.of("residents"), "area", area);
        String mayOpen = TestClients.client(name, "residents.nik", "");
        JsonPath masked = TestExports.made(mayOpen, order);
        Response asked = TestClients.asks(mayOpen)
                .header("Kampung-Purpose", "verifikasi-bansos")
                .contentType(ContentType.JSON)
                .body(order)
                .post("/api/v1/exports");
        JsonPath open = TestExports.ended(mayOpen, asked.header("Content-Location"));

        assertThat(TestExports.lines(mayOpen, masked, 0))
                .allMatch(line -> line.contains("••••••••••") && !line.matches(NUMBER));
        assertThat(masked.getBoolean("masked")).isTrue();
        assertThat(TestExports.lines(mayOpen, open, 0)).allMatch(line -> line.matches(NUMBER));
        assertThat(open.getBoolean("masked")).isFalse();
        // Who may no longer see numbers may no longer fetch them.
        TestClients.asks(client).get(open.getString("files[0].href")).then().statusCode(404);
    }

    @Test
    void leavesATraceWhenItIsAskedForAndWhenItIsFetched() throws SQLException {
        JsonPath export = TestExports.made(client, Map.of("types", List.of("residents"), "area", area));

        TestExports.lines(client, export, 0);

        assertThat(strings(
                        "select action || ' ' || username from audit_entry where subject = ? order by id",
                        "export/" + export.getString("id")))
                .containsExactly(
                        "export-asked " + TestClients.subject(client), "export-fetched " + TestClients.subject(client));
    }

    @Test
    void isFetchedInPartsThatMakeUpTheWhole() throws IOException {
        JsonPath export = TestExports.made(client, Map.of("types", List.of("residents"), "area", area));
        String place = export.getString("files[0].href");

        Response first = part(place, "bytes=0-99", null);
        String etag = first.header("ETag");
        Response rest = part(place, "bytes=100-", etag);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(first.asByteArray());
        whole.write(rest.asByteArray());

        assertThat(first.statusCode()).isEqualTo(206);
        assertThat(first.header("Content-Range")).isEqualTo("bytes 0-99/" + export.getLong("files[0].bytes"));
        assertThat(TestExports.sha256(whole.toByteArray())).isEqualTo(export.getString("files[0].sha256"));
        assertThat(part(place, "bytes=-5", null).asByteArray()).hasSize(5);
        assertThat(part(place, "bytes=0-9", "\"another\"").statusCode()).isEqualTo(200);
        assertThat(part(place, "bytes=99999999-", null).statusCode()).isEqualTo(416);
        TestClients.asks(client).header("If-None-Match", etag).get(place).then().statusCode(304);
    }

    @Test
    void isNobodyElses() {
        JsonPath export = TestExports.made(client, Map.of("types", List.of("requests"), "area", area));
        String other = TestClients.client("dinas-lain", "requests residents.min", "");

        TestClients.asks(other)
                .get("/api/v1/exports/" + export.getString("id"))
                .then()
                .statusCode(404);
        TestClients.asks(other).get(export.getString("files[0].href")).then().statusCode(404);
        TestClients.asks(other)
                .delete("/api/v1/exports/" + export.getString("id"))
                .then()
                .statusCode(404);
        TestClients.asks(client)
                .get("/api/v1/exports")
                .then()
                .body("items.id", equalTo(List.of(export.getString("id"))));
    }

    @Test
    void waitsWhileAnotherOfItsOwnerRunsAndStopsNobodyElse() {
        UUID running = isWrittenByAnotherHub("now() + interval '1 hour'", 1);
        String place = TestExports.order(client, Map.of("area", area)).header("Content-Location");

        String other = TestClients.client("lain-" + name, "requests", "");
        assertThat(TestExports.made(other, Map.of("area", area)).getString("state"))
                .isEqualTo("READY");

        TestClients.asks(client)
                .get(place)
                .then()
                .statusCode(202)
                .header("Retry-After", "5")
                .body("state", equalTo("WAITING"));
        TestClients.asks(client).delete("/api/v1/exports/" + running).then().statusCode(204);
        assertThat(TestExports.ended(client, place).getString("state")).isEqualTo("READY");
    }

    @Test
    void isTakenUpAgainWhenItsHubIsGone() {
        UUID left = isWrittenByAnotherHub("now() - interval '1 hour'", 1);

        JsonPath export = TestExports.ended(client, "/api/v1/exports/" + left);

        assertThat(export.getString("state")).isEqualTo("READY");
        assertThat(export.getInt("files[0].rows")).isEqualTo(50);
    }

    @Test
    void isGivenUpAfterThreeAttemptsAndSaysSo() {
        UUID left = isWrittenByAnotherHub("now() - interval '1 hour'", 3);

        JsonPath export = TestExports.ended(client, "/api/v1/exports/" + left);

        assertThat(export.getString("state")).isEqualTo("FAILED");
        assertThat(export.getString("failure")).isEqualTo("GIVEN_UP");
    }

    @Test
    void isGoneWhenItIsCancelledOrItsTimeIsOver() throws IOException {
        JsonPath one = TestExports.made(client, Map.of("types", List.of("requests"), "area", area));
        JsonPath two = TestExports.made(client, Map.of("types", List.of("requests"), "area", area));
        kampung.run(
                "update export set expires_at = now() - interval '1 second' where id = ?::uuid", two.getString("id"));
        Path nobodys = Files.createDirectories(
                config.folder().resolve(UUID.randomUUID().toString()));

        TestClients.asks(client)
                .delete("/api/v1/exports/" + one.getString("id"))
                .then()
                .statusCode(204);
        runner.clean();

        for (JsonPath export : List.of(one, two)) {
            assertThat(config.folder().resolve(export.getString("id"))).doesNotExist();
            TestClients.asks(client)
                    .get(export.getString("files[0].href"))
                    .then()
                    .statusCode(404);
        }
        assertThat(nobodys).doesNotExist();
        TestClients.asks(client)
                .get("/api/v1/exports/" + two.getString("id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("EXPIRED"));
    }

    @Test
    void stopsInTheMiddleWhenItIsTakenBackAndLeavesTheDatabaseUsable(@TempDir Path folder) throws Exception {
        Export export = new Export(
                UUID.randomUUID(),
                name,
                List.of(RowType.RESIDENT),
                List.of(),
                area,
                false,
                Format.NDJSON,
                State.RUNNING,
                1,
                Instant.EPOCH,
                0,
                null,
                null,
                null,
                null,
                null);

        assertThatThrownBy(() -> writer.write(export, folder, (done, total) -> false))
                .isInstanceOf(ExportWriter.StoppedException.class);

        assertThat(writer.write(export, folder, (done, total) -> true)
                        .files()
                        .get(0)
                        .rows())
                .isEqualTo(50);
    }

    @Test
    void aCallerMayNotFillTheQueue() {
        isWrittenByAnotherHub("now() + interval '1 hour'", 1);
        for (int i = 1; i < config.mostOfOne(); i++) {
            assertThat(TestExports.order(client, Map.of("area", area)).statusCode())
                    .isEqualTo(202);
        }

        TestExports.order(client, Map.of("area", area))
                .then()
                .statusCode(429)
                .body("type", equalTo("urn:smart-kampung:problem:export.too-many"));
    }

    @Test
    void anOfficerGetsWhatTheOwnPagesShow() {
        Response asked = officers.aCamatOf(area)
                .asks()
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/exports");
        assertThat(asked.statusCode()).isEqualTo(202);
        assertThat(asked.jsonPath().getList("types")).containsExactly("requests");
        String place = asked.header("Content-Location");

        await().atMost(PATIENCE).until(() -> officers.aCamatOf(area).get(place).statusCode() == 200);

        assertThat(officers.aCamatOf(area).get(place).jsonPath().getInt("files[0].rows"))
                .isEqualTo(1);
    }

    @Test
    void refusesWhatItCannotMake() {
        TestExports.order(client, Map.of("types", List.of("goats"))).then().statusCode(400);
        TestExports.order(client, Map.of("format", "XML")).then().statusCode(400);
        TestExports.order(TestClients.client(name, "requests", ""), Map.of("types", List.of("residents")))
                .then()
                .statusCode(403);
    }

    @Test
    void pagesAreChangedByFormsOnly() {
        officers.a("dukcapil")
                .asks()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/keluar")
                .then()
                .statusCode(400);
    }

    private UUID isWrittenByAnotherHub(String beat, int attempts) {
        UUID id = UUID.randomUUID();
        kampung.run("""
                insert into export (id, owner, caller_id, caller_name, types, areas, within, open, purpose, format, state,
                    runner, beat_at, attempts)
                values (?, ?, ?, ?, '{RESIDENT}', '{}', ?, false, '', 'NDJSON', 'RUNNING', gen_random_uuid(), %s, %d)
                """.formatted(beat, attempts), id, TestClients.subject(client), id, name, area);
        return id;
    }

    private Response part(String place, String range, String ifRange) {
        var asked = TestClients.asks(client).header("Range", range);
        if (ifRange != null) {
            asked.header("If-Range", ifRange);
        }
        return asked.get(place);
    }

    private List<String> strings(String query, String parameter) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setString(1, parameter);
            try (ResultSet row = select.executeQuery()) {
                List<String> strings = new java.util.ArrayList<>();
                while (row.next()) {
                    strings.add(row.getString(1));
                }
                return strings;
            }
        }
    }
}
