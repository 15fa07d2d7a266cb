package id.smartkampung.village.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.enrolment.LetterDeposit;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.backup.LetterExchange.Outcome;
import id.smartkampung.village.enrolment.JoinedHub;
import id.smartkampung.web.backup.BackupException;
import id.smartkampung.web.backup.BackupKey;
import id.smartkampung.web.backup.FileFolder;
import id.smartkampung.web.backup.FileFolder.Named;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed letters lie at a hub too, which cannot read them, and come back from there. */
class LetterExchangeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T02:15:00Z"), ZoneOffset.UTC);
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final NodeKey node = NodeKey.generate();
    private final BackupKey key = BackupKey.generate();
    private final Map<String, ByteArrayOutputStream> kept = new TreeMap<>();
    private final Set<String> whole = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> refused = new LinkedHashSet<>();
    private int left = Integer.MAX_VALUE;
    private HttpServer hub;
    private FileFolder letters;
    private Named one;
    private Named two;

    @BeforeEach
    void twoLettersAndAHub() throws IOException {
        letters = new FileFolder(folder.resolve("letters"), "letter", "file_sha256", "");
        one = letter("aa/one.pdf", 2 * BackupDeposit.PIECE);
        two = letter("bb/two.pdf", 100);
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        hub.createContext(LetterDeposit.PATH, this::take);
        hub.createContext(LetterDeposit.FETCH_PATH, this::give);
        hub.createContext(LetterDeposit.LACKING_PATH, this::lacking);
        hub.start();
    }

    @AfterEach
    void close() {
        hub.stop(0);
    }

    @Test
    void whatTheHubLacksGoesThereLockedAndOnce() throws Exception {
        Outcome first = exchange();

        assertThat(first).isEqualTo(new Outcome(2, 0, List.of(), true));
        assertThat(kept.keySet()).containsExactlyInAnyOrder(name(one), name(two));
        assertThat(kept.get(name(two)).toString(StandardCharsets.ISO_8859_1)).startsWith("age-encryption.org/v1");
        left = 0;
        assertThat(exchange().done()).isTrue();
        assertThat(folder.resolve("exchange")).isEmptyDirectory();
    }

    @Test
    void whatWasCutGoesOnWhereItWas() throws Exception {
        left = 1;
        assertThatThrownBy(this::exchange).isInstanceOf(IOException.class);
        int before = kept.get(name(one)).size();
        left = Integer.MAX_VALUE;

        assertThat(exchange().waiting()).isZero();
        assertThat(before).isEqualTo(BackupDeposit.PIECE);
        lose(one);
        exchange();
        assertThat(letters.has(one)).isTrue();
    }

    @Test
    void whatIsLostOrDamagedComesBackByteForByte() throws Exception {
        exchange();
        lose(one);
        Files.writeString(letters.path(two), "damaged");

        Outcome outcome = exchange(Set.of(two.path()));

        assertThat(outcome.lost()).isEmpty();
        assertThat(letters.has(one)).isTrue();
        assertThat(letters.has(two)).isTrue();
    }

    @Test
    void whatTheHubDoesNotHaveEitherIsNamedAndDone() throws Exception {
        lose(two);

        assertThat(exchange()).isEqualTo(new Outcome(2, 1, List.of(two.path()), true));
    }

    @Test
    void aDamagedOneIsNotLeftThere() throws Exception {
        Files.writeString(letters.path(two), "damaged");

        assertThat(exchange().lost()).containsExactly(two.path());
        assertThat(kept.keySet()).containsExactly(name(one));
    }

    @Test
    void aLetterWhoseEventIsStillOnItsWayWaits() throws Exception {
        named.remove(two.sha256());

        assertThat(exchange()).isEqualTo(new Outcome(2, 1, List.of(), false));

        named.add(two.sha256());
        assertThat(exchange()).isEqualTo(new Outcome(2, 0, List.of(), true));
    }

    @Test
    void oneThatTheHubDoesNotTakeDoesNotHoldUpTheOthers() throws Exception {
        refused.add(name(one));

        assertThat(exchange().waiting()).isOne();
        assertThat(kept.keySet()).containsExactly(name(two));
    }

    @Test
    void whatSomebodyElseLockedIsNotPutInItsPlace() throws Exception {
        exchange();
        lose(two);
        kept.get(name(two)).reset();
        kept.get(name(two)).writeBytes(kept.get(name(one)).toByteArray());

        assertThat(exchange().lost()).containsExactly(two.path());
        assertThat(letters.isThere(two)).isFalse();
    }

    @Test
    void withAnotherKeyTheyAreLeftThereAnew() throws Exception {
        exchange();
        BackupKey other = BackupKey.generate();

        exchange(other, Set.of(), LONG);

        assertThat(kept).hasSize(4);
    }

    @Test
    void whenTheTimeIsOverTheRestIsForTheNextOne() throws Exception {
        assertThat(exchange(key, Set.of(), Duration.ofMinutes(-1))).isEqualTo(new Outcome(2, 2, List.of(), false));
    }

    private Outcome exchange() throws IOException, BackupException {
        return exchange(Set.of());
    }

    private Outcome exchange(Set<String> damaged) throws IOException, BackupException {
        return exchange(key, damaged, LONG);
    }

    private Outcome exchange(BackupKey with, Set<String> damaged, Duration time) throws IOException, BackupException {
        JoinedHub.Place place =
                new JoinedHub.Place("http://localhost:" + hub.getAddress().getPort() + "/", null);
        DepositClient client = new DepositClient(place, new NodeId("35.10.01.2001"), node, JSON);
        return new LetterExchange(client, letters, with, folder.resolve("exchange"), CLOCK)
                .exchange(List.of(one, two), damaged, time);
    }

    private String name(Named letter) {
        return LetterDeposit.name(letter.sha256(), LetterDeposit.lock(key.recipient()));
    }

    private Named letter(String path, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        Named letter = new Named(path, Hash.sha256(bytes).hex());
        Files.createDirectories(letters.path(letter).getParent());
        Files.write(letters.path(letter), bytes);
        named.add(letter.sha256());
        return letter;
    }

    private void lose(Named letter) throws IOException {
        Files.delete(letters.path(letter));
    }

    private void lacking(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requireSigned(exchange, LetterDeposit.LACKING_KIND, body);
        String lock = JSON.readValue(body, LetterDeposit.Ask.class).lock();
        List<String> files = named.stream()
                .filter(sha256 -> !whole.contains(LetterDeposit.name(sha256, lock)))
                .toList();
        answer(exchange, 200, JSON.writeValueAsBytes(new LetterDeposit.Lacking(named.size(), files)));
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] statement =
                Base64.getDecoder().decode(exchange.getRequestHeaders().getFirst(BackupDeposit.STATEMENT));
        byte[] piece = exchange.getRequestBody().readAllBytes();
        requireSigned(exchange, LetterDeposit.KIND, BackupDeposit.signed(statement, piece));
        BackupDeposit deposit = JSON.readValue(statement, BackupDeposit.class);
        if (refused.contains(deposit.id())) {
            answer(exchange, 413, new byte[0]);
            return;
        }
        ByteArrayOutputStream there = kept.computeIfAbsent(deposit.id(), any -> new ByteArrayOutputStream());
        if (piece.length > 0) {
            if (left == 0) {
                exchange.close();
                return;
            }
            left--;
            there.writeBytes(piece);
        }
        if (there.size() == deposit.size()) {
            whole.add(deposit.id());
        }
        answer(exchange, 200, JSON.writeValueAsBytes(new BackupDeposit.Progress(there.size())));
    }

    private void give(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requireSigned(exchange, LetterDeposit.FETCH_KIND, body);
        BackupDeposit.Fetch wanted = JSON.readValue(body, BackupDeposit.Fetch.class);
        if (!whole.contains(wanted.id())) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        byte[] all = kept.get(wanted.id()).toByteArray();
        int from = (int) wanted.offset();
        BackupDeposit told = new BackupDeposit(
                wanted.node(), wanted.id(), all.length, Hash.sha256(all).hex(), "2026-11-22T00:00:00Z", from);
        exchange.getResponseHeaders()
                .add(BackupDeposit.STATEMENT, Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(told)));
        answer(exchange, 200, Arrays.copyOfRange(all, from, Math.min(all.length, from + BackupDeposit.PIECE)));
    }

    private void requireSigned(HttpExchange exchange, String kind, byte[] message) {
        String signature = exchange.getRequestHeaders().getFirst(EnrolmentRequest.SIGNATURE);
        assertThat(node.verifyKey().signed(kind, message, signature)).isTrue();
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
