package id.smartkampung.village.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.enrolment.LetterDeposit;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.enrolment.JoinedHub;
import id.smartkampung.web.backup.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Brings a locked backup to the district and back, piece by piece: what was cut goes on where it was. */
final class DepositClient {

    /** A piece over the slowest line. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Pattern NAME = Pattern.compile("[0-9a-f-]+");
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    /** Where at the hub what is taken and given. */
    private enum Desk {
        BACKUPS(BackupDeposit.PATH, BackupDeposit.FETCH_PATH, BackupDeposit.KIND, BackupDeposit.FETCH_KIND),
        LETTERS(LetterDeposit.PATH, LetterDeposit.FETCH_PATH, LetterDeposit.KIND, LetterDeposit.FETCH_KIND);

        private final String path;
        private final String fetchPath;
        private final String kind;
        private final String fetchKind;

        Desk(String path, String fetchPath, String kind, String fetchKind) {
            this.path = path;
            this.fetchPath = fetchPath;
            this.kind = kind;
            this.fetchKind = fetchKind;
        }
    }

    private final JoinedHub.Place hub;
    private final HttpClient http;
    private final NodeId node;
    private final NodeKey key;
    private final ObjectMapper json;

    DepositClient(JoinedHub.Place hub, NodeId node, NodeKey key, ObjectMapper json) {
        this.hub = hub;
        this.http = hub.client();
        this.node = node;
        this.key = key;
        this.json = json;
    }

    /** Leaves a backup with the district; returns when all of it is kept there. */
    void deposit(Path file, Instant takenAt) throws IOException {
        UUID id = UUID.nameUUIDFromBytes(sha256(file).getBytes(StandardCharsets.US_ASCII));
        deposit(Desk.BACKUPS, file, id.toString(), takenAt);
    }

    /** Leaves a locked letter there; see {@link LetterDeposit#name}. */
    void depositLetter(Path file, String name, Instant now) throws IOException {
        deposit(Desk.LETTERS, file, name, now);
    }

    private void deposit(Desk desk, Path file, String id, Instant takenAt) throws IOException {
        BackupDeposit whole =
                new BackupDeposit(node.value(), id, Files.size(file), sha256(file), takenAt.toString(), 0);
        long have = send(desk, whole, new byte[0]);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (have < whole.size()) {
                long next = send(desk, whole.at(have), piece(channel, have));
                if (next <= have) {
                    throw new IOException("the district does not take what follows byte " + have);
                }
                have = next;
            }
        }
    }

    /** Which letters the district lacks under this lock. */
    LetterDeposit.Lacking lackingLetters(String lock) throws IOException {
        byte[] body = json.writeValueAsBytes(new LetterDeposit.Ask(node.value(), lock));
        HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(hub.uri().resolve(LetterDeposit.LACKING_PATH))
                .header(EnrolmentRequest.SIGNATURE, key.sign(LetterDeposit.LACKING_KIND, body))
                .POST(BodyPublishers.ofByteArray(body)));
        require(answer);
        return json.readValue(answer.body(), LetterDeposit.Lacking.class);
    }

    /** Fetches the last backup of this village into a folder; empty when the district has none. */
    Optional<Path> fetch(Path folder) throws IOException {
        return fetch(Desk.BACKUPS, "", folder);
    }

    /** Fetches a locked letter into a folder; empty when the district does not have it. */
    Optional<Path> fetchLetter(String name, Path folder) throws IOException {
        return fetch(Desk.LETTERS, name, folder);
    }

    private Optional<Path> fetch(Desk desk, String id, Path folder) throws IOException {
        Files.createDirectories(folder);
        HttpResponse<byte[]> first = ask(desk, id, 0);
        if (first.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        BackupDeposit whole = statement(first);
        if (!NAME.matcher(whole.id()).matches() || !(id.isEmpty() || id.equals(whole.id()))) {
            throw new IOException("the district gives something else than was asked for");
        }
        Path part = folder.resolve("from-district-" + whole.id() + ".part");
        try (FileChannel channel =
                FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            channel.position(channel.size());
            while (channel.size() < whole.size()) {
                byte[] piece = ask(desk, whole.id(), channel.size()).body();
                if (piece.length == 0) {
                    throw new IOException("the district does not give what follows byte " + channel.size());
                }
                write(channel, piece);
            }
        }
        if (!sha256(part).equals(whole.sha256())) {
            Files.delete(part);
            throw new IOException("what the district gave back is not what it says it is");
        }
        Path file = folder.resolve("from-district-" + whole.id() + ".age");
        return Optional.of(Files.move(part, file, StandardCopyOption.REPLACE_EXISTING));
    }

    private long send(Desk desk, BackupDeposit deposit, byte[] piece) throws IOException {
        byte[] statement = json.writeValueAsBytes(deposit);
        HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(hub.uri().resolve(desk.path))
                .header(BackupDeposit.STATEMENT, Base64.getEncoder().encodeToString(statement))
                .header(EnrolmentRequest.SIGNATURE, key.sign(desk.kind, BackupDeposit.signed(statement, piece)))
                .POST(BodyPublishers.ofByteArray(piece)));
        require(answer);
        return json.readValue(answer.body(), BackupDeposit.Progress.class).have();
    }

    /** The first answer says what is there, if anything is. */
    private HttpResponse<byte[]> ask(Desk desk, String id, long offset) throws IOException {
        byte[] body = json.writeValueAsBytes(new BackupDeposit.Fetch(node.value(), id, offset));
        HttpResponse<byte[]> answer = exchange(HttpRequest.newBuilder(hub.uri().resolve(desk.fetchPath))
                .header(EnrolmentRequest.SIGNATURE, key.sign(desk.fetchKind, body))
                .POST(BodyPublishers.ofByteArray(body)));
        if (answer.statusCode() != NOT_FOUND || offset != 0) {
            require(answer);
        }
        return answer;
    }

    private HttpResponse<byte[]> exchange(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while speaking with the district", e);
        }
    }

    private static void require(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != OK) {
            throw new DistrictAnswerException(answer.statusCode());
        }
    }

    private BackupDeposit statement(HttpResponse<byte[]> answer) throws IOException {
        String header = answer.headers()
                .firstValue(BackupDeposit.STATEMENT)
                .orElseThrow(() -> new IOException("the district does not say what it gives"));
        return json.readValue(Base64.getDecoder().decode(header), BackupDeposit.class);
    }

    private static byte[] piece(FileChannel channel, long offset) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(BackupDeposit.PIECE, channel.size() - offset));
        while (piece.hasRemaining() && channel.read(piece, offset + piece.position()) >= 0) {
            // Reads on to the end of the piece.
        }
        return piece.array();
    }

    private static void write(FileChannel channel, byte[] piece) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(piece);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return Digests.hex(digest);
    }
}
