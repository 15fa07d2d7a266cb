package id.smartkampung.district.deposit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.enrolment.EnrolmentRequest;
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
    private final ObjectMapper json;

    DepositRoute(DepositService deposits, ObjectMapper json) {
        this.deposits = deposits;
        this.json = json;
    }

    /** What is answered. */
    @FunctionalInterface
    private interface Answer {

        void give(RoutingContext exchange) throws IOException;
    }

    void open(@Observes Router router) {
        router.post(BackupDeposit.PATH)
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .blockingHandler(exchange -> answer(exchange, this::take), false);
        router.post(BackupDeposit.FETCH_PATH)
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .blockingHandler(exchange -> answer(exchange, this::give), false);
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
        byte[] statement = Base64.getDecoder().decode(exchange.request().getHeader(BackupDeposit.STATEMENT));
        byte[] piece = body(exchange);
        BackupDeposit deposit = json.readValue(statement, BackupDeposit.class);
        requireForm(deposit);
        requireSigned(exchange, new NodeId(deposit.node()), BackupDeposit.KIND, BackupDeposit.signed(statement, piece));
        exchange.response()
                .putHeader("Content-Type", "application/json")
                .end(json.writeValueAsString(deposits.take(deposit, piece)));
    }

    private void give(RoutingContext exchange) throws IOException {
        byte[] body = body(exchange);
        BackupDeposit.Fetch wanted = json.readValue(body, BackupDeposit.Fetch.class);
        if (wanted.offset() < 0) {
            throw new IllegalArgumentException("an offset is not negative");
        }
        requireSigned(exchange, new NodeId(wanted.node()), BackupDeposit.FETCH_KIND, body);
        BackupDeposit found = deposits.find(wanted);
        exchange.response()
                .putHeader("Content-Type", "application/octet-stream")
                .putHeader("Cache-Control", "no-store")
                .putHeader(BackupDeposit.STATEMENT, statement(found))
                .end(Buffer.buffer(deposits.piece(found)));
    }

    private void requireSigned(RoutingContext exchange, NodeId node, String kind, byte[] message) {
        String signature = exchange.request().getHeader(EnrolmentRequest.SIGNATURE);
        if (signature == null || !deposits.isSigned(node, kind, message, signature)) {
            throw new DepositRefusedException(REFUSED, "no key of village " + node + " signed it");
        }
    }

    /** The id becomes the name of a file. */
    private static void requireForm(BackupDeposit deposit) {
        Instant.parse(deposit.takenAt());
        boolean plain = UUID.fromString(deposit.id()).toString().equals(deposit.id());
        if (!plain
                || deposit.size() <= 0
                || deposit.offset() < 0
                || !SHA256.matcher(deposit.sha256()).matches()) {
            throw new IllegalArgumentException("this is no statement of a backup");
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
