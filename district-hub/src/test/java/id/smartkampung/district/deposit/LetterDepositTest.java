package id.smartkampung.district.deposit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.enrolment.LetterDeposit;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A village leaves its signed letters, each locked and once, and what others might try. */
@QuarkusTest
class LetterDepositTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NODE = "35.10.11.2002";
    private static final String LOCK = LetterDeposit.lock("age1example");
    private static final String SHA256 = Hash.sha256(new byte[] {1}).hex();
    private static final String NAME = LetterDeposit.name(SHA256, LOCK);

    @Inject
    VillageKeys keys;

    @Inject
    DepositConfig config;

    @Inject
    Kampung kampung;

    @Inject
    Officers officers;

    private final NodeKey key = NodeKey.generate();

    @BeforeEach
    void aVillageThatHasSignedALetter() throws IOException {
        Path folder = config.folder().resolve("letters").resolve(NODE);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        kampung.joins(NODE, "Uji Surat");
        kampung.run("""
            insert into letter (node, id, epoch, seq, request_id, kind, type_version, number, year, sequence, issued_on,
                state, code, facts, file_sha256, file_bytes)
            values (?, ?, 1, 1, gen_random_uuid(), 'SKTM', 1, '1', 2026, 1, '2026-11-22', 'SIGNED', 'KODE', '[]', ?, 5)
            """, NODE, UUID.randomUUID(), SHA256);
        keys.register(new NodeId(NODE), key.verifyKey());
    }

    @Test
    void whatTheLogNamesIsAskedForUntilItLiesHere() throws IOException {
        byte[] locked = bytes(BackupDeposit.PIECE + 100);

        assertThat(lacking(LOCK)).isEqualTo(new LetterDeposit.Lacking(1, List.of(SHA256)));
        assertThat(page()).contains("Berkas surat, terkunci", "0 dari 1");
        sendAll(locked);

        assertThat(lacking(LOCK)).isEqualTo(new LetterDeposit.Lacking(1, List.of()));
        assertThat(page()).contains("1 dari 1");
        assertThat(have(send(statement(NAME, locked), locked, key))).isEqualTo(locked.length);
    }

    @Test
    void underAnotherKeyItIsAskedForAgain() throws IOException {
        sendAll(bytes(100));

        assertThat(lacking(LetterDeposit.lock("age1other")).files()).containsExactly(SHA256);
    }

    @Test
    void whatWasLeftInPiecesComesBackWhole() throws IOException {
        byte[] locked = bytes(BackupDeposit.PIECE + 100);
        sendAll(locked);

        byte[] first = fetch(NAME, 0, key).asByteArray();
        byte[] second = fetch(NAME, first.length, key).asByteArray();

        assertThat(first).isEqualTo(Arrays.copyOf(locked, BackupDeposit.PIECE));
        assertThat(second).isEqualTo(Arrays.copyOfRange(locked, BackupDeposit.PIECE, locked.length));
    }

    @Test
    void aHubThatDiedWithTheLastPieceFinishesIt() throws IOException {
        byte[] locked = bytes(100);
        Path folder = Files.createDirectories(config.folder().resolve("letters").resolve(NODE));
        Files.write(folder.resolve(NAME + ".part"), locked);

        assertThat(have(send(statement(NAME, locked), new byte[0], key))).isEqualTo(100);
        assertThat(lacking(LOCK).files()).isEmpty();
    }

    @Test
    void whatNoLetterNamesIsNotTaken() throws IOException {
        String unknown = LetterDeposit.name("0".repeat(64), LOCK);
        byte[] locked = bytes(100);

        assertThat(send(statement(unknown, locked), locked, key).statusCode()).isEqualTo(404);
    }

    @Test
    void oneThatIsTooLargeIsRefusedBeforeItComes() throws IOException {
        BackupDeposit whole = new BackupDeposit(
                NODE, NAME, config.largestLetter().asLongValue() + 1, "0".repeat(64), "2026-11-21T19:30:00Z", 0);

        assertThat(send(whole, bytes(10), key).statusCode()).isEqualTo(413);
    }

    @Test
    void aNameThatIsNoneBecomesNoFile() throws IOException {
        byte[] locked = bytes(10);

        assertThat(send(statement("../../x", locked), locked, key).statusCode()).isEqualTo(400);
        assertThat(fetch("../../x", 0, key).statusCode()).isEqualTo(400);
    }

    @Test
    void nobodyElseMayLeaveFetchOrAsk() throws IOException {
        byte[] locked = bytes(100);
        NodeKey stranger = NodeKey.generate();

        assertThat(send(statement(NAME, locked), locked, stranger).statusCode()).isEqualTo(403);
        sendAll(locked);
        assertThat(fetch(NAME, 0, stranger).statusCode()).isEqualTo(403);
        assertThat(ask(LOCK, stranger).statusCode()).isEqualTo(403);
    }

    @Test
    void theSignatureOfABackupIsNoneOfALetter() throws IOException {
        byte[] locked = bytes(100);
        byte[] statement = JSON.writeValueAsBytes(statement(NAME, locked));
        String signature = key.sign(BackupDeposit.KIND, BackupDeposit.signed(statement, locked));

        assertThat(post(LetterDeposit.PATH, statement, locked, signature).statusCode())
                .isEqualTo(403);
    }

    private String page() {
        return officers.a("admin").get("/desa/" + NODE).asString();
    }

    private void sendAll(byte[] locked) throws IOException {
        BackupDeposit whole = statement(NAME, locked);
        for (int at = 0; at < locked.length; at += BackupDeposit.PIECE) {
            byte[] piece = Arrays.copyOfRange(locked, at, Math.min(locked.length, at + BackupDeposit.PIECE));
            assertThat(have(send(whole.at(at), piece, key))).isEqualTo(at + piece.length);
        }
    }

    private static Response send(BackupDeposit deposit, byte[] piece, NodeKey signer) throws IOException {
        byte[] statement = JSON.writeValueAsBytes(deposit);
        String signature = signer.sign(LetterDeposit.KIND, BackupDeposit.signed(statement, piece));
        return post(LetterDeposit.PATH, statement, piece, signature);
    }

    private static Response post(String path, byte[] statement, byte[] piece, String signature) {
        return given().contentType("application/octet-stream")
                .header(BackupDeposit.STATEMENT, Base64.getEncoder().encodeToString(statement))
                .header(EnrolmentRequest.SIGNATURE, signature)
                .body(piece)
                .post(path);
    }

    private static Response fetch(String name, long offset, NodeKey signer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(new BackupDeposit.Fetch(NODE, name, offset));
        return signed(LetterDeposit.FETCH_PATH, body, signer.sign(LetterDeposit.FETCH_KIND, body));
    }

    private LetterDeposit.Lacking lacking(String lock) throws IOException {
        Response answer = ask(lock, key);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readValue(answer.asByteArray(), LetterDeposit.Lacking.class);
    }

    private static Response ask(String lock, NodeKey signer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(new LetterDeposit.Ask(NODE, lock));
        return signed(LetterDeposit.LACKING_PATH, body, signer.sign(LetterDeposit.LACKING_KIND, body));
    }

    private static Response signed(String path, byte[] body, String signature) {
        return given().contentType("application/json")
                .header(EnrolmentRequest.SIGNATURE, signature)
                .body(body)
                .post(path);
    }

    private static long have(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readValue(answer.asByteArray(), BackupDeposit.Progress.class)
                .have();
    }

    private static BackupDeposit statement(String name, byte[] locked) {
        return new BackupDeposit(NODE, name, locked.length, Hash.sha256(locked).hex(), "2026-11-21T19:30:00Z", 0);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
