package id.smartkampung.village.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.enrolment.JoinedHub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup travels to a hub that keeps it, over a line that is cut. */
class DepositClientTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant TAKEN = Instant.parse("2026-11-21T19:30:00Z");

    private static final Map<Integer, String> TROUBLES = Map.of(403, "unknown", 413, "too-large", 503, "district");

    @TempDir
    Path folder;

    private final NodeKey key = NodeKey.generate();
    private final byte[] backup = new byte[3 * BackupDeposit.PIECE + 17];
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private BackupDeposit told;
    private int pieces;
    private int cutAfter = Integer.MAX_VALUE;
    private boolean changes;
    private int refusal;
    private HttpServer hub;
    private DepositClient client;
    private Path file;

    @BeforeEach
    void aHub() throws IOException {
        new Random(1).nextBytes(backup);
        file = Files.write(folder.resolve("backup.age"), backup);
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        hub.createContext(BackupDeposit.PATH, this::take);
        hub.createContext(BackupDeposit.FETCH_PATH, this::give);
        hub.start();
        JoinedHub.Place place =
                new JoinedHub.Place("http://localhost:" + hub.getAddress().getPort() + "/", null);
        client = new DepositClient(place, new NodeId("35.10.01.2001"), key, JSON);
    }

    @AfterEach
    void close() {
        hub.stop(0);
    }

    @Test
    void allOfItArrives() throws IOException {
        client.deposit(file, TAKEN);

        assertThat(kept.toByteArray()).isEqualTo(backup);
        assertThat(told.takenAt()).isEqualTo(TAKEN.toString());
    }

    @Test
    void whatWasCutGoesOnWhereItWas() throws IOException {
        cutAfter = 2;
        assertThatThrownBy(() -> client.deposit(file, TAKEN)).isInstanceOf(IOException.class);
        cutAfter = Integer.MAX_VALUE;

        client.deposit(file, TAKEN);

        assertThat(kept.toByteArray()).isEqualTo(backup);
        assertThat(pieces).isEqualTo(4);
    }

    @Test
    void whatIsThereAlreadyIsNotSentAgain() throws IOException {
        client.deposit(file, TAKEN);
        client.deposit(file, TAKEN);

        assertThat(pieces).isEqualTo(4);
    }

    @Test
    void theLastOneComesBackAsItWas() throws IOException {
        client.deposit(file, TAKEN);

        Optional<Path> fetched = client.fetch(folder.resolve("new"));

        assertThat(fetched).isPresent();
        assertThat(Files.readAllBytes(fetched.get())).isEqualTo(backup);
    }

    @Test
    void whatWasChangedOnTheWayIsNotKept() throws IOException {
        client.deposit(file, TAKEN);
        changes = true;

        assertThatThrownBy(() -> client.fetch(folder.resolve("new"))).hasMessageContaining("not what it says it is");
        assertThat(folder.resolve("new")).isEmptyDirectory();
    }

    @Test
    void aHubWithoutABackupSaysSo() throws IOException {
        assertThat(client.fetch(folder.resolve("new"))).isEmpty();
    }

    @Test
    void whyAHubDoesNotTakeItIsTold() {
        for (int status : new int[] {403, 413, 503}) {
            refusal = status;

            assertThatThrownBy(() -> client.deposit(file, TAKEN))
                    .isInstanceOfSatisfying(
                            DistrictAnswerException.class,
                            answer -> assertThat(answer.trouble()).isEqualTo(TROUBLES.get(answer.status())));
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        if (refusal != 0) {
            exchange.getRequestBody().readAllBytes();
            answer(exchange, refusal, new byte[0]);
            return;
        }
        byte[] statement =
                Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst(BackupDeposit.STATEMENT));
        byte[] piece = exchange.getRequestBody().readAllBytes();
        requireSigned(exchange, BackupDeposit.KIND, BackupDeposit.signed(statement, piece));
        BackupDeposit deposit = JSON.readValue(statement, BackupDeposit.class);
        if (piece.length > 0 && deposit.offset() == kept.size()) {
            if (pieces >= cutAfter) {
                exchange.close();
                return;
            }
            pieces++;
            kept.writeBytes(piece);
            told = deposit;
        }
        answer(exchange, 200, JSON.writeValueAsBytes(new BackupDeposit.Progress(kept.size())));
    }

    private void give(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requireSigned(exchange, BackupDeposit.FETCH_KIND, body);
        BackupDeposit.Fetch wanted = JSON.readValue(body, BackupDeposit.Fetch.class);
        if (told == null) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        byte[] all = kept.toByteArray();
        int from = (int) wanted.offset();
        byte[] piece = Arrays.copyOfRange(all, from, Math.min(all.length, from + BackupDeposit.PIECE));
        if (changes && !wanted.id().isEmpty()) {
            piece[0] ^= 1;
        }
        exchange.getResponseHeaders()
                .add(BackupDeposit.STATEMENT, Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(told)));
        answer(exchange, 200, piece);
    }

    private void requireSigned(HttpExchange exchange, String kind, byte[] message) {
        String signature = exchange.getRequestHeaders().getFirst(EnrolmentRequest.SIGNATURE);
        assertThat(key.verifyKey().signed(kind, message, signature)).isTrue();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
