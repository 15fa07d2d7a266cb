package id.smartkampung.district.manners;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.web.Reading;
import id.smartkampung.district.web.Writing;
import id.smartkampung.web.account.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps what was answered to calls with a key. Time is the database's, so that all hubs agree on it. */
@ApplicationScoped
class RepeatedCalls {

    private static final int DAYS = 7;

    /** No call takes longer: one that is not answered after it was cut off with its hub. */
    private static final int LONGEST_MINUTES = 2;

    private static final List<String> KEPT = List.of(
            HttpHeaders.LOCATION,
            HttpHeaders.CONTENT_LOCATION,
            HttpHeaders.RETRY_AFTER,
            HttpHeaders.CACHE_CONTROL,
            HttpHeaders.LINK);

    private final Reading reading;
    private final Writing writing;
    private final ObjectMapper json;

    RepeatedCalls(Reading reading, Writing writing, ObjectMapper json) {
        this.reading = reading;
        this.writing = writing;
        this.json = json;
    }

    /**
     * A call under a key.
     *
     * @param fingerprint SHA-256 of key, address and body, in hex
     */
    record Claim(String owner, String key, String fingerprint) {}

    /** What is known of a call. */
    enum Kind {
        /** It is the first under its key. */
        NEW,
        /** Its key stands for another one. */
        OTHER,
        UNDER_WAY,
        /** It was under way when its hub ended. */
        LOST,
        ANSWERED
    }

    /** What is known of a call; the answer is null where there is none. */
    record Standing(Kind kind, Answer answer) {}

    /** An answer as it was sent. */
    record Answer(int status, Map<String, String> headers, String body) {

        Response again() {
            Response.ResponseBuilder answer = Response.status(status).header("Idempotent-Replayed", "true");
            headers.forEach(answer::header);
            return body.isEmpty() ? answer.build() : answer.entity(body).build();
        }
    }

    /** Takes the key, or says what stands under it. */
    Standing begin(Claim claim) {
        return QuarkusTransaction.requiringNew().call(() -> {
            byte[] hash = Tokens.hash(claim.key());
            writing.run(
                    "delete from repeated_call where owner = ? and key_hash = ? and begun_at < now() - make_interval(days => ?)",
                    claim.owner(),
                    hash,
                    DAYS);
            int taken = writing.run("""
                    insert into repeated_call (owner, key_hash, fingerprint) values (?, ?, ?)
                    on conflict do nothing
                    """, claim.owner(), hash, HexFormat.of().parseHex(claim.fingerprint()));
            return taken == 1 ? new Standing(Kind.NEW, null) : standing(claim, hash);
        });
    }

    private Standing standing(Claim claim, byte[] hash) {
        return reading.first(row -> standing(claim, row), """
                        select encode(fingerprint, 'hex') as fingerprint, status, headers, body,
                            begun_at < now() - make_interval(mins => ?) as lost
                        from repeated_call where owner = ? and key_hash = ?
                        """, LONGEST_MINUTES, claim.owner(), hash)
                // It was let go at this very moment: whoever asks again comes first.
                .orElse(new Standing(Kind.UNDER_WAY, null));
    }

    private Standing standing(Claim claim, ResultSet row) throws SQLException {
        if (!row.getString("fingerprint").equals(claim.fingerprint())) {
            return new Standing(Kind.OTHER, null);
        }
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Standing(row.getBoolean("lost") ? Kind.LOST : Kind.UNDER_WAY, null);
        }
        String body = new String(row.getBytes("body"), StandardCharsets.UTF_8);
        return new Standing(Kind.ANSWERED, new Answer(status, headers(row.getString("headers")), body));
    }

    /** Keeps what is being answered. */
    void keep(Claim claim, ContainerResponseContext response) {
        Map<String, String> headers = new LinkedHashMap<>();
        KEPT.stream()
                .filter(name -> response.getHeaderString(name) != null)
                .forEach(name -> headers.put(name, response.getHeaderString(name)));
        boolean hasBody = response.getEntity() != null;
        if (hasBody) {
            MediaType type = response.getMediaType();
            headers.put(HttpHeaders.CONTENT_TYPE, type == null ? MediaType.APPLICATION_JSON : type.toString());
        }
        byte[] body = hasBody ? write(response.getEntity()) : new byte[0];
        QuarkusTransaction.requiringNew().run(() -> {
            writing.run(
                    """
                    update repeated_call set status = ?, headers = cast(? as jsonb), body = ?
                    where owner = ? and key_hash = ?
                    """,
                    response.getStatus(),
                    new String(write(headers), StandardCharsets.UTF_8),
                    body,
                    claim.owner(),
                    Tokens.hash(claim.key()));
        });
    }

    /** Lets the call be made again. */
    void forget(Claim claim) {
        QuarkusTransaction.requiringNew().run(() -> {
            writing.run(
                    "delete from repeated_call where owner = ? and key_hash = ?",
                    claim.owner(),
                    Tokens.hash(claim.key()));
        });
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void clean() {
        QuarkusTransaction.requiringNew().run(() -> {
            writing.run("delete from repeated_call where begun_at < now() - make_interval(days => ?)", DAYS);
        });
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers in the table cannot be read", e);
        }
    }
}
