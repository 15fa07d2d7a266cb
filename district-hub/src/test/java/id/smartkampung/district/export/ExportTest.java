package id.smartkampung.district.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What an export holds, and who may fetch it. */
@QuarkusTest
class ExportTest extends ExportedArea {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String NUMBER = "(?s).*\\b\\d{16}\\b.*";

    @Inject
    Officers officers;

    @Inject
    AgroalDataSource database;

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
