package id.smartkampung.district.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import id.smartkampung.district.export.Export.Format;
import id.smartkampung.district.export.Export.State;
import id.smartkampung.district.feed.RowType;
import id.smartkampung.district.web.TestClients;
import id.smartkampung.district.web.TestExports;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When an export is written, taken up again, given up and thrown away. */
@QuarkusTest
class ExportQueueTest extends ExportedArea {

    @Inject
    ExportRunner runner;

    @Inject
    ExportWriter writer;

    @Inject
    ExportConfig config;

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

    private UUID isWrittenByAnotherHub(String beat, int attempts) {
        UUID id = UUID.randomUUID();
        kampung.run("""
                insert into export (id, owner, caller_id, caller_name, types, areas, within, open, purpose, format, state,
                    runner, beat_at, attempts)
                values (?, ?, ?, ?, '{RESIDENT}', '{}', ?, false, '', 'NDJSON', 'RUNNING', gen_random_uuid(), %s, %d)
                """.formatted(beat, attempts), id, TestClients.subject(client), id, name, area);
        return id;
    }
}
