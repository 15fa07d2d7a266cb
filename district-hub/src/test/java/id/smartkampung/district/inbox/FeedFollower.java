package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.web.TestClients;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A program that knows of the feed only what its description says: keeps a copy, and proves that nothing is lacking. */
final class FeedFollower {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String client;
    private final String area;
    private final Map<String, long[]> reached = new HashMap<>();
    private final Map<String, JsonNode> copy = new TreeMap<>();
    private final List<JsonNode> told = new ArrayList<>();
    private String cursor = "";
    /** Whether it began with a copy, of which it cannot know where each village stood. */
    private boolean began;

    FeedFollower(String client, String area) {
        this.client = client;
        this.area = area;
    }

    static FeedFollower of(String scopes, String area) {
        return new FeedFollower(TestClients.client("dinas-uji", scopes, ""), area);
    }

    /** Everything that was told so far, but for cursors. */
    List<JsonNode> told() {
        return told;
    }

    String cursor() {
        return cursor;
    }

    /** Begins with rows and a cursor that came another way. */
    FeedFollower beginsWith(List<JsonNode> rows, String table, String from) {
        rows.forEach(row -> copy.put(key(table, row), row));
        cursor = from;
        began = true;
        return this;
    }

    /** Its rows by table, village and id. */
    Map<String, JsonNode> copy() {
        return copy;
    }

    long sequence(String node) {
        return reached.get(node)[1];
    }

    RequestSpecification asks() {
        return TestClients.asks(client).queryParam("area", area).queryParam("after", cursor);
    }

    /** Reads one answer; says whether there is more. */
    boolean reads(int limit, int wait) {
        return takes(asks().queryParam("limit", limit).queryParam("wait", wait).get("/api/v1/changes"));
    }

    void readsToTheEnd(int limit) {
        while (reads(limit, 0)) {
            // goes on
        }
    }

    boolean takes(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        boolean more = false;
        for (String line : answer.asString().split("\n")) {
            more = takes(json(line));
        }
        return more;
    }

    boolean takes(JsonNode line) {
        String kind = line.get("line").asText();
        if (kind.equals("cursor")) {
            cursor = line.get("cursor").asText();
            return line.get("more").asBoolean();
        }
        told.add(line);
        String node = line.get("node").asText();
        int epoch = line.get("epoch").asInt();
        long[] place = reached.computeIfAbsent(node, some -> began ? before(line) : new long[] {1, 0});
        switch (kind) {
            case "fork" -> {
                assertThat(line.at("/left/epoch").asLong()).isEqualTo(place[0]);
                assertThat(line.at("/left/seq").asLong()).isEqualTo(place[1]);
                place[0] = epoch;
                place[1] = line.get("after").asLong();
            }
            case "skipped" -> {
                assertThat(new long[] {epoch, line.get("from").asLong()}).containsExactly(place[0], place[1] + 1);
                place[1] = line.get("to").asLong();
            }
            case "change", "rebuild" -> {
                if (!line.has("late")) {
                    assertThat(new long[] {epoch, line.get("seq").asLong()}).containsExactly(place[0], place[1] + 1);
                    place[1]++;
                }
                keep(node, line);
            }
            default -> throw new AssertionError(line.toString());
        }
        return false;
    }

    private static long[] before(JsonNode line) {
        if (line.has("left")) {
            return new long[] {
                line.at("/left/epoch").asLong(), line.at("/left/seq").asLong()
            };
        }
        return new long[] {
            line.get("epoch").asLong(),
            line.get(line.has("from") ? "from" : "seq").asLong() - 1
        };
    }

    private void keep(String node, JsonNode line) {
        if (line.get("line").asText().equals("change")) {
            String key = line.get("subject").asText().replace("/", "/" + node + "/");
            if (line.get("row").isNull()) {
                copy.remove(key);
            } else {
                copy.put(key, line.get("row"));
            }
            return;
        }
        String table = line.get("table").asText();
        if (!line.get("bucket").isNull()) {
            int bucket = line.get("bucket").asInt();
            copy.keySet().removeIf(key -> key.startsWith(table + "/" + node + "/") && bucket(key) == bucket);
        }
        line.get("absent").forEach(id -> copy.remove(table + "/" + node + "/" + id.asText()));
        line.get("rows").forEach(row -> copy.put(key(table, row), row));
    }

    private static String key(String table, JsonNode row) {
        return table + "/" + row.get("node").asText() + "/" + row.get("id").asText();
    }

    private static int bucket(String key) {
        UUID id = UUID.fromString(key.substring(key.lastIndexOf('/') + 1));
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        try {
            return Byte.toUnsignedInt(MessageDigest.getInstance("SHA-256").digest(bytes)[0]);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
