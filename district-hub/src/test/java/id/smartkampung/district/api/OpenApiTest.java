package id.smartkampung.district.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Holds the interface against the document that integrators were given ({@code deploy/docs/openapi-v1.json}). After an
 * addition put {@code target/openapi/openapi.json} in its place; a broken promise is a new version.
 */
@QuarkusTest
class OpenApiTest {

    private static final Path GIVEN = Path.of("../deploy/docs/openapi-v1.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WORDS = Set.of("description", "summary", "example", "examples", "info", "title");

    @Test
    void keepsEveryPromiseOfTheDocument() throws IOException {
        List<String> broken = new ArrayList<>();

        compare("", JSON.readTree(Files.readString(GIVEN)), served(), broken);

        assertThat(broken).isEmpty();
    }

    @Test
    void isDescribedCompletelyByTheDocument() throws IOException {
        assertThat(served()).isEqualTo(JSON.readTree(Files.readString(GIVEN)));
    }

    @Test
    void describesTheInterfaceAndNoPage() throws IOException {
        List<String> paths = new ArrayList<>();
        served().required("paths").fieldNames().forEachRemaining(paths::add);

        assertThat(paths).contains("/api/v1/villages").allMatch(path -> path.startsWith("/api/v1/"));
    }

    private static JsonNode served() throws IOException {
        return JSON.readTree(given().get("/q/openapi?format=json").asString());
    }

    private static void compare(String at, JsonNode promised, JsonNode now, List<String> broken) {
        if (now == null) {
            broken.add(at + " is gone");
        } else if (promised.isObject()) {
            promised.fieldNames().forEachRemaining(name -> {
                if (!WORDS.contains(name) || at.endsWith("/properties")) {
                    compare(at + "/" + name, promised.get(name), now.get(name), broken);
                }
            });
        } else if (promised.isArray()) {
            for (JsonNode element : promised) {
                if (!contains(now, element)) {
                    broken.add(at + " has lost " + element);
                }
            }
        } else if (!promised.equals(now)) {
            broken.add(at + " was " + promised + " and is " + now);
        }
    }

    private static boolean contains(JsonNode array, JsonNode wanted) {
        for (JsonNode element : array) {
            if (element.equals(wanted)
                    || (wanted.has("name") && wanted.get("name").equals(element.get("name")))) {
                return true;
            }
        }
        return false;
    }
}
