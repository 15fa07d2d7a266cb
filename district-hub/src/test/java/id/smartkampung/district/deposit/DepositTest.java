package id.smartkampung.district.deposit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.Officers;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.web.backup.Digests;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A village leaves its locked backups, and what others might try. */
@QuarkusTest
class DepositTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NODE = "35.10.11.2001";

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
    void aVillageThatHasJoined() throws IOException {
        if (Files.isDirectory(config.folder().resolve(NODE))) {
            for (Path file : files()) {
                Files.delete(file);
            }
        }
        kampung.joins(NODE, "Uji Titip");
        kampung.run("delete from village_backup where node = ?", NODE);
        keys.register(new NodeId(NODE), key.verifyKey());
    }

    @Test
    void whatWasLeftInPiecesComesBackWhole() throws IOException {
        byte[] backup = bytes(BackupDeposit.PIECE * 2 + 100);
        BackupDeposit whole = statement(backup, "2026-11-21T19:30:00Z");

        assertThat(have(send(whole, new byte[0]))).isZero();
        sendAll(whole, backup);

        assertThat(fetchAll()).isEqualTo(backup);
        assertThat(officers.a("admin").get("/desa/" + NODE).asString())
                .contains("Cadangan terakhir", "22 November 2026, 02.30 WIB");
    }

    @Test
    void aPieceThatComesTwiceOrTooEarlyIsNotTaken() throws IOException {
        byte[] backup = bytes(BackupDeposit.PIECE + 10);
        BackupDeposit whole = statement(backup, "2026-11-21T19:30:00Z");
        byte[] first = Arrays.copyOf(backup, BackupDeposit.PIECE);
        byte[] second = Arrays.copyOfRange(backup, BackupDeposit.PIECE, backup.length);

        assertThat(have(send(whole.at(first.length), second))).isZero();
        assertThat(have(send(whole, first))).isEqualTo(first.length);
        assertThat(have(send(whole, first))).isEqualTo(first.length);
        assertThat(have(send(whole.at(first.length), second))).isEqualTo(backup.length);
        assertThat(have(send(whole, first))).isEqualTo(backup.length);
    }

    @Test
    void whatIsNotWhatWasToldIsNotKept() throws IOException {
        byte[] backup = bytes(100);
        BackupDeposit whole = statement(backup, "2026-11-21T19:30:00Z");
        backup[50] ^= 1;

        assertThat(send(whole, backup).statusCode()).isEqualTo(409);
        assertThat(have(send(whole, new byte[0]))).isZero();
        assertThat(fetch("", 0).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyTheLastOnesAreKept() throws IOException {
        for (int day = 1; day <= config.keep() + 2; day++) {
            byte[] backup = bytes(50 + day);
            sendAll(statement(backup, "2026-11-0" + day + "T19:30:00Z"), backup);
        }

        assertThat(files())
                .hasSize(config.keep())
                .allMatch(file -> file.toString().endsWith(".age"));
        assertThat(fetchAll()).hasSize(50 + config.keep() + 2);
    }

    @Test
    void aHubThatWasPutBackTakesAgainWhatIsGoneAndLetsGoWhatItDoesNotKnow() throws IOException {
        byte[] backup = bytes(100);
        BackupDeposit whole = statement(backup, "2026-11-21T19:30:00Z");
        sendAll(whole, backup);
        Files.delete(files().get(0));
        Path unknown = Files.write(config.folder().resolve(NODE).resolve(UUID.randomUUID() + ".age"), bytes(5));
        Files.setLastModifiedTime(unknown, FileTime.from(Instant.parse("2026-11-01T00:00:00Z")));

        assertThat(fetch("", 0).statusCode()).isEqualTo(404);
        sendAll(whole, backup);

        assertThat(fetchAll()).isEqualTo(backup);
        assertThat(files()).hasSize(1).doesNotContain(unknown);
    }

    @Test
    void aFullDiskIsForLaterAndTheLineGoesOn() throws IOException {
        byte[] backup = bytes(100);
        BackupDeposit whole = statement(backup, "2026-11-21T19:30:00Z");
        Path folder = Files.createDirectories(config.folder().resolve(NODE));
        Path full = Files.createSymbolicLink(folder.resolve(whole.id() + ".part"), Path.of("/dev/full"));

        assertThat(send(whole.at(0), backup).statusCode()).isEqualTo(503);
        Files.deleteIfExists(full);
        sendAll(whole, backup);

        assertThat(fetchAll()).isEqualTo(backup);
    }

    @Test
    void nobodyElseMayLeaveOrFetchIt() throws IOException {
        byte[] backup = bytes(100);
        BackupDeposit whole = statement(backup, "2026-11-21T19:30:00Z");
        NodeKey stranger = NodeKey.generate();

        assertThat(send(whole, backup, stranger).statusCode()).isEqualTo(403);
        sendAll(whole, backup);
        assertThat(fetch("", 0, stranger).statusCode()).isEqualTo(403);
        assertThat(given().body(new byte[0]).post(BackupDeposit.FETCH_PATH).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aVillageThatWasShutOutMayNot() throws IOException {
        keys.revoke(new NodeId(NODE));

        assertThat(fetch("", 0).statusCode()).isEqualTo(403);
    }

    @Test
    void aPieceIsOfTheStatementItCameWith() throws IOException {
        byte[] backup = bytes(100);
        BackupDeposit whole = statement(backup, "2026-11-21T19:30:00Z");
        byte[] signed = JSON.writeValueAsBytes(whole);
        String signature = key.sign(BackupDeposit.KIND, BackupDeposit.signed(signed, backup));
        backup[3] ^= 1;

        assertThat(post(signed, backup, signature).statusCode()).isEqualTo(403);
    }

    @Test
    void oneThatIsTooLargeIsRefusedBeforeItComes() throws IOException {
        BackupDeposit whole = new BackupDeposit(
                NODE,
                UUID.randomUUID().toString(),
                config.largest().asLongValue() + 1,
                "0".repeat(64),
                "2026-11-21T19:30:00Z",
                0);

        assertThat(send(whole, bytes(10)).statusCode()).isEqualTo(413);
    }

    @Test
    void anIdThatIsNoneBecomesNoFile() throws IOException {
        BackupDeposit whole = new BackupDeposit(NODE, "../../x", 10, "0".repeat(64), "2026-11-21T19:30:00Z", 0);

        assertThat(send(whole, bytes(10)).statusCode()).isEqualTo(400);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(config.folder().resolve(NODE))) {
            return files.toList();
        }
    }

    private void sendAll(BackupDeposit whole, byte[] backup) throws IOException {
        for (int offset = 0; offset < backup.length; offset += BackupDeposit.PIECE) {
            byte[] piece = Arrays.copyOfRange(backup, offset, Math.min(backup.length, offset + BackupDeposit.PIECE));
            assertThat(have(send(whole.at(offset), piece))).isEqualTo(offset + piece.length);
        }
    }

    private byte[] fetchAll() throws IOException {
        Response first = fetch("", 0);
        BackupDeposit whole =
                JSON.readValue(Base64.getDecoder().decode(first.header(BackupDeposit.STATEMENT)), BackupDeposit.class);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < whole.size()) {
            all.writeBytes(fetch(whole.id(), all.size()).asByteArray());
        }
        return all.toByteArray();
    }

    private Response send(BackupDeposit deposit, byte[] piece) throws IOException {
        return send(deposit, piece, key);
    }

    private static Response send(BackupDeposit deposit, byte[] piece, NodeKey signer) throws IOException {
        byte[] statement = JSON.writeValueAsBytes(deposit);
        return post(statement, piece, signer.sign(BackupDeposit.KIND, BackupDeposit.signed(statement, piece)));
    }

    private static Response post(byte[] statement, byte[] piece, String signature) {
        return given().contentType("application/octet-stream")
                .header(BackupDeposit.STATEMENT, Base64.getEncoder().encodeToString(statement))
                .header(EnrolmentRequest.SIGNATURE, signature)
                .body(piece)
                .post(BackupDeposit.PATH);
    }

    private Response fetch(String id, long offset) throws IOException {
        return fetch(id, offset, key);
    }

    private static Response fetch(String id, long offset, NodeKey signer) throws IOException {
        byte[] body = JSON.writeValueAsBytes(new BackupDeposit.Fetch(NODE, id, offset));
        return given().contentType("application/json")
                .header(EnrolmentRequest.SIGNATURE, signer.sign(BackupDeposit.FETCH_KIND, body))
                .body(body)
                .post(BackupDeposit.FETCH_PATH);
    }

    private static long have(Response answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readValue(answer.asByteArray(), BackupDeposit.Progress.class)
                .have();
    }

    private static BackupDeposit statement(byte[] backup, String takenAt) {
        MessageDigest digest = Digests.sha256();
        digest.update(backup);
        return new BackupDeposit(NODE, UUID.randomUUID().toString(), backup.length, Digests.hex(digest), takenAt, 0);
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
