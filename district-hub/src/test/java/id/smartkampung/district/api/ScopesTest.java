package id.smartkampung.district.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.client.Clients;
import id.smartkampung.district.web.Kampung;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation that reads, as the description lists them, with every combination of scopes. */
@QuarkusTest
class ScopesTest {

    private static final String SRAGI = "35.10.19.2003";
    private static final Pattern SIXTEEN = Pattern.compile("(?<![0-9])[0-9]{16}(?![0-9])");
    private static final Pattern BIRTH_DATE = Pattern.compile("1987-03-04");
    private static final String PURPOSE = "verifikasi-bansos";

    @Inject
    Clients clients;

    @Inject
    Kampung kampung;

    private UUID resident;
    private UUID family;
    private UUID request;
    private UUID mutation;

    @BeforeEach
    void aVillageHasPeople() {
        kampung.joins(SRAGI, "Sragi");
        kampung.counts(SRAGI, "people", "F", 97);
        family = kampung.keeps(SRAGI, "3510190101120002", "Dusun Krajan 3510194403870001");
        resident = kampung.registers(SRAGI, "3510194403870001", "Siti Karangan 3510194403870001");
        kampung.run("update resident set family_id = ? where id = ?", family, resident);
        request = kampung.asks(SRAGI, "26-0001 3510194403870001", "SUBMITTED", Instant.EPOCH);
        mutation = kampung.books(SRAGI, resident, "BIRTH");
    }

    static Stream<List<String>> combinations() {
        List<List<String>> combinations = new ArrayList<>(List.of(List.of()));
        for (String scope : Scopes.ALL) {
            for (List<String> fewer : List.copyOf(combinations)) {
                combinations.add(Stream.concat(fewer.stream(), Stream.of(scope)).toList());
            }
        }
        return combinations.stream().filter(scopes -> !scopes.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void noWholeNumberOfAPersonIsReadWithoutScopeAndPurpose(List<String> scopes) throws IOException {
        Clients.Program program = clients.may(scopes.toArray(String[]::new));
        for (String path : operations()) {
            assertCovered(path, program.get(path));
            if (!scopes.contains(Scopes.RESIDENTS_NIK)) {
                assertCovered(path, withPurpose(program).get(path));
            }
        }
    }

    @Test
    void anotherSpellingOfAnAddressOpensNothing() {
        Clients.Program program = clients.may(Scopes.RESIDENTS_MIN);
        String one = "/api/v1/residents/" + SRAGI + "/" + resident;

        for (String path : List.of("/" + one, one.replace("/v1/", "/v1//"), one.replace("/v1/", "/./v1/"))) {
            Response answer = program.asks().urlEncodingEnabled(false).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertCovered(path, answer);
        }
    }

    @Test
    void scopeAndPurposeTogetherOpenTheNumbers() {
        Clients.Program program = clients.may(Scopes.RESIDENTS_NIK);

        Response one = withPurpose(program).get("/api/v1/residents/" + SRAGI + "/" + resident);

        assertThat(one.<String>path("nik")).isEqualTo("3510194403870001");
        assertThat(one.<String>path("noKk")).isEqualTo("3510190101120002");
        assertThat(one.<String>path("bornOn")).isEqualTo("1987-03-04");
    }

    @Test
    void aPurposeOfSomebodyElseIsRefused() {
        Clients.Program program = clients.may(Scopes.RESIDENTS_NIK);

        Response answer = program.asks().header("Kampung-Purpose", "iseng").get("/api/v1/residents");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.<String>path("type")).isEqualTo("urn:smart-kampung:problem:api.purpose");
    }

    @Test
    void eachPersonThatWasReadIsRecordedWithClientAndPurpose() {
        Clients.Program program = clients.may(Scopes.RESIDENTS_NIK);

        withPurpose(program).get("/api/v1/residents?village=" + SRAGI).then().statusCode(200);

        assertThat(kampung.texts(
                        "select purpose || ' ' || opened from person_reading where reader = ? and id = ?",
                        "client/" + program.id(),
                        resident))
                .containsExactly(PURPOSE + " true");
        assertThat(kampung.texts(
                        "select action || ' ' || reason from audit_entry where username = ?", "client/" + program.id()))
                .containsExactly("residents-listed " + PURPOSE);
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void aScopeOpensWhatItSaysAndNoMore(List<String> scopes) {
        Clients.Program program = clients.may(scopes.toArray(String[]::new));
        boolean persons = scopes.contains(Scopes.RESIDENTS_MIN) || scopes.contains(Scopes.RESIDENTS_NIK);

        assertThat(program.get("/api/v1/totals").statusCode())
                .isEqualTo(scopes.contains(Scopes.STATISTICS) ? 200 : 403);
        assertThat(program.get("/api/v1/requests").statusCode())
                .isEqualTo(scopes.contains(Scopes.REQUESTS) ? 200 : 403);
        for (String path : List.of("/api/v1/residents", "/api/v1/families", "/api/v1/mutations")) {
            assertThat(program.get(path).statusCode()).as(path).isEqualTo(persons ? 200 : 403);
        }
        assertThat(program.get("/api/v1/villages").statusCode()).isEqualTo(200);
        assertThat(program.get("/api/v1/areas").statusCode()).isEqualTo(200);
    }

    private static RequestSpecification withPurpose(Clients.Program program) {
        return program.asks().header("Kampung-Purpose", PURPOSE);
    }

    private static void assertCovered(String path, Response answer) {
        // Exports, webhooks and what was asked for at the mall are their owner's, and this one has none.
        boolean ofOthers =
                path.contains("/exports/") || path.contains("/made/") || path.startsWith("/api/v1/webhooks/");
        assertThat(answer.statusCode()).as(path).isIn(ofOthers ? List.of(403, 404) : List.of(200, 403));
        assertThat(SIXTEEN.matcher(answer.asString()).find()).as(path).isFalse();
        assertThat(BIRTH_DATE.matcher(answer.asString()).find()).as(path).isFalse();
    }

    private List<String> operations() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(given().get("/q/openapi?format=json").asString())
                .required("paths");
        List<String> operations = new ArrayList<>();
        paths.fieldNames().forEachRemaining(path -> {
            // The stream tells the lines of /changes, and does not end by itself.
            if (paths.get(path).has("get") && !path.endsWith("/stream")) {
                operations.add(path.replace("{node}", SRAGI)
                        .replace("{id}", idOf(path))
                        .replace("{name}", "residents.ndjson.gz")
                        .replace("{letter}", UUID.randomUUID().toString())
                        .replace("{message}", "msg_0")
                        .replace("{indicator}", "people"));
            }
        });
        assertThat(operations).hasSizeGreaterThan(10).noneMatch(path -> path.contains("{"));
        return operations;
    }

    private String idOf(String path) {
        if (path.contains("/residents/")) {
            return resident.toString();
        }
        if (path.contains("/families/")) {
            return family.toString();
        }
        return path.contains("/mutations/") ? mutation.toString() : request.toString();
    }
}
