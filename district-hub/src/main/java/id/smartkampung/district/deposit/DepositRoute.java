package id.smartkampung.district.deposit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.enrolment.LetterDeposit;
import id.smartkampung.model.log.NodeId;
import io.quarkus.logging.Log;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the servers of villages leave their locked backups and fetch them; for nobody with a browser. */
@ApplicationScoped
class DepositRoute {

    private static final long LONGEST_BODY = BackupDeposit.PIECE + 1024L;
    private static final int BAD = 400;
    private static final int REFUSED = 403;
    private static final int LATER = 503;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final DepositService deposits;
    private final LetterDeposits letters;
    private final ObjectMapper json;

    DepositRoute(DepositService deposits, LetterDeposits letters, ObjectMapper json) {
        this.deposits = deposits;
        this.letters = letters;
        this.json = json;
    }

    /** What is answered. */
    @FunctionalInterface
    private interface Answer {

        void give(RoutingContext exchange) throws IOException;
    }

    void open(@Observes Router router) {
        open(router, BackupDeposit.PATH, this::take);
        open(router, BackupDeposit.FETCH_PATH, this::give);
        open(router, LetterDeposit.PATH, this::takeLetter);
        open(router, LetterDeposit.FETCH_PATH, this::giveLetter);
        open(router, LetterDeposit.LACKING_PATH, this::lacking);
    }

    private void open(Router router, String path, Answer answer) {
        router.post(path)
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .blockingHandler(exchange -> answer(exchange, answer), false);
    }

    private void answer(RoutingContext exchange, Answer answer) {
        try {
            answer.give(exchange);
        } catch (DepositRefusedException e) {
            Log.warnf("a backup is not taken or given: %s", e.getMessage());
            end(exchange, e.status());
        } catch (IOException | IllegalArgumentException | NullPointerException | DateTimeException e) {
            end(exchange, BAD);
        } catch (RuntimeException e) {
            Log.error("a backup is not taken or given", e);
            end(exchange, LATER);
        }
    }

    private void take(RoutingContext exchange) throws IOException {
        byte[] piece = body(exchange);
        BackupDeposit deposit = statement(exchange, BackupDeposit.KIND, piece);
        // The id becomes the name of a file.
        if (!UUID.fromString(deposit.id()).toString().equals(deposit.id())) {
            throw new IllegalArgumentException("this is no id of a backup");
        }
        answer(exchange, deposits.take(deposit, piece));
    }

    private void takeLetter(RoutingContext exchange) throws IOException {
        byte[] piece = body(exchange);
        answer(exchange, letters.take(statement(exchange, LetterDeposit.KIND, piece), piece));
    }

    /** What a piece belongs to, as a village has signed it together with the piece. */
    private BackupDeposit statement(RoutingContext exchange, String kind, byte[] piece) throws IOException {
        byte[] statement = Base64.getDecoder().decode(exchange.request().getHeader(BackupDeposit.STATEMENT));
        BackupDeposit deposit = json.readValue(statement, BackupDeposit.class);
        requireForm(deposit);
        requireSigned(exchange, new NodeId(deposit.node()), kind, BackupDeposit.signed(statement, piece));
        return deposit;
    }

    private void give(RoutingContext exchange) throws IOException {
        BackupDeposit found = deposits.find(wanted(exchange, BackupDeposit.FETCH_KIND));
        give(exchange, found, deposits.piece(found));
    }

    private void giveLetter(RoutingContext exchange) throws IOException {
        BackupDeposit found = letters.find(wanted(exchange, LetterDeposit.FETCH_KIND));
        give(exchange, found, letters.piece(found));
    }

    private BackupDeposit.Fetch wanted(RoutingContext exchange, String kind) throws IOException {
        byte[] body = body(exchange);
        BackupDeposit.Fetch wanted = json.readValue(body, BackupDeposit.Fetch.class);
        if (wanted.offset() < 0) {
            throw new IllegalArgumentException("an offset is not negative");
        }
        requireSigned(exchange, new NodeId(wanted.node()), kind, body);
        return wanted;
    }

    private void give(RoutingContext exchange, BackupDeposit found, byte[] piece) throws JsonProcessingException {
        exchange.response()
                .putHeader("Content-Type", "application/octet-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader(BackupDeposit.STATEMENT, statement(found))
                .end(Buffer.buffer(piece));
    }

    private void lacking(RoutingContext exchange) throws IOException {
        byte[] body = body(exchange);
        LetterDeposit.Ask asked = json.readValue(body, LetterDeposit.Ask.class);
        requireSigned(exchange, new NodeId(asked.node()), LetterDeposit.LACKING_KIND, body);
        answer(exchange, letters.lacking(asked));
    }

    private void answer(RoutingContext exchange, Object answer) throws JsonProcessingException {
        exchange.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(json.writeValueAsString(answer));
    }

    private void requireSigned(RoutingContext exchange, NodeId node, String kind, byte[] message) {
        String signature = exchange.request().getHeader(EnrolmentRequest.SIGNATURE);
        if (signature == null || !deposits.isSigned(node, kind, message, signature)) {
            throw new DepositRefusedException(REFUSED, "no key of village " + node + " signed it");
        }
    }

    private static void requireForm(BackupDeposit deposit) {
        Instant.parse(deposit.takenAt());
        if (deposit.size() <= 0
                || deposit.offset() < 0
                || !SHA256.matcher(deposit.sha256()).matches()) {
            throw new IllegalArgumentException("this is no statement of a deposit");
        }
    }

    private String statement(BackupDeposit deposit) throws JsonProcessingException {
        return Base64.getEncoder().encodeToString(json.writeValueAsBytes(deposit));
    }

    private static byte[] body(RoutingContext exchange) {
        Buffer body = exchange.body().buffer();
        return body == null ? new byte[0] : body.getBytes();
    }

    private static void end(RoutingContext exchange, int status) {
        exchange.response()
                .setStatusCode(status)
                .putHeader("Cache-Control", "no-store")
                .end();
    }
}
