package id.smartkampung.district.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import id.smartkampung.district.client.Clients;
import id.smartkampung.district.inbox.Bug;
import id.smartkampung.district.web.Kampung;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatedCallTest {

    private static final String EXPORTS = "/api/v1/exports";
    private static final String ORDER = "{\"area\":\"35.91.01\"}";

    @Inject
    Clients clients;

    @Inject
    Kampung kampung;

    private final String key = UUID.randomUUID().toString();
    private Clients.Program program;

    @BeforeEach
    void aProgram() {
        program = clients.may("requests");
        program.token();
    }

    @Test
    void theSameCallAgainIsAnsweredAsTheFirstAndNotDoneTwice() {
        Response first = sends(key, ORDER);
        Response second = sends(key, ORDER);

        assertThat(second.statusCode()).isEqualTo(first.statusCode()).isEqualTo(202);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Content-Location")).isEqualTo(first.header("Content-Location"));
        assertThat(second.contentType()).startsWith("application/json");
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(program.get(EXPORTS).jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void anotherBodyOrAnotherAddressUnderTheSameKeyIsRefused() {
        sends(key, ORDER);

        sends(key, "{}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:smart-kampung:problem:api.key-other"))
                .header("Link", containsString("/masalah/api.key-other"));
        program.asks()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(ORDER)
                .post(EXPORTS + "?x=1")
                .then()
                .statusCode(422);
    }

    @Test
    void whatIsUnderWayIsNotBegunAgainAndWhatWasCutOffIsSaid() {
        sends(key, ORDER);
        kampung.run("update repeated_call set status = null where owner = ?", owner());

        sends(key, ORDER).then().statusCode(409).body("type", equalTo("urn:smart-kampung:problem:api.key-in-flight"));

        kampung.run("update repeated_call set begun_at = now() - interval '1 hour' where owner = ?", owner());
        sends(key, ORDER).then().statusCode(409).body("type", equalTo("urn:smart-kampung:problem:api.key-lost"));
    }

    @Test
    void ofManyAtOnceOneIsDone() {
        List<CompletableFuture<Response>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> sends(key, ORDER)))
                .toList();

        assertThat(all)
                .allMatch(answer -> List.of(202, 409).contains(answer.join().statusCode()));
        assertThat(program.get(EXPORTS).jsonPath().getList("items")).hasSize(1);
    }

    @Test
    void aRefusalIsRepeatedAsWell() {
        Response first = sends(key, "{\"types\":[\"goats\"]}");

        Response second = sends(key, "{\"types\":[\"goats\"]}");

        assertThat(first.statusCode()).isEqualTo(400);
        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.contentType()).startsWith("application/problem+json");
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void whatCameTooEarlyMayBeTriedAgainUnderItsKey() {
        for (int i = 0; i < 5; i++) {
            kampung.run("""
                    insert into export (id, owner, caller_id, caller_name, types, areas, open, purpose, format, state, beat_at)
                    values (gen_random_uuid(), ?, gen_random_uuid(), 'uji', '{REQUEST}', '{}', false, '', 'NDJSON',
                        'RUNNING', now() + interval '1 hour')
                    """, owner());
        }
        sends(key, ORDER).then().statusCode(429);
        kampung.run("delete from export where owner = ?", owner());

        sends(key, ORDER).then().statusCode(202);
    }

    @Test
    void whatBrokeMayHaveBeenDoneAndIsNotDoneAgain() {
        try (Bug bug = new Bug("export", "owner <> '" + owner() + "'")) {
            assertThat(bug).isNotNull();
            sends(key, ORDER).then().statusCode(500);
        }

        sends(key, ORDER).then().statusCode(409).body("type", equalTo("urn:smart-kampung:problem:api.key-in-flight"));
        kampung.run("update repeated_call set begun_at = now() - interval '1 hour' where owner = ?", owner());
        sends(key, ORDER).then().statusCode(409).body("type", equalTo("urn:smart-kampung:problem:api.key-lost"));
        assertThat(program.get(EXPORTS).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void aKeyIsForgottenAfterSevenDays() {
        String first = sends(key, ORDER).jsonPath().getString("id");
        kampung.run("update repeated_call set begun_at = now() - interval '8 days' where owner = ?", owner());

        assertThat(sends(key, ORDER).jsonPath().getString("id")).isNotEqualTo(first);
    }

    @Test
    void aKeyIsItsOwnersAlone() {
        String first = sends(key, ORDER).jsonPath().getString("id");
        program = clients.may("requests");

        assertThat(sends(key, ORDER).jsonPath().getString("id")).isNotEqualTo(first);
    }

    @Test
    void aKeyOfNoFormIsRefused() {
        sends("x".repeat(256), ORDER).then().statusCode(400).body("type", equalTo("urn:smart-kampung:problem:api.key"));
    }

    private String owner() {
        return "client/" + program.id();
    }

    private Response sends(String under, String body) {
        return program.asks()
                .header("Idempotency-Key", under)
                .contentType(ContentType.JSON)
                .body(body)
                .post(EXPORTS);
    }
}
