package id.smartkampung.district.signer;

import id.smartkampung.district.outbox.OutboxConfig;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;

/** The key of the authority, made here at the first need and kept beside that of the hub. */
@ApplicationScoped
class AuthorityKey {

    private static final String FILE = "signer-authority.pem";

    private final Path file;
    private final Texts texts;
    private final Clock clock;
    private Authority authority;

    AuthorityKey(OutboxConfig config, Texts texts, Clock clock) {
        this.file = config.keysFolder().resolve(FILE);
        this.texts = texts;
        this.clock = clock;
    }

    synchronized Authority get() {
        if (authority == null) {
            try {
                authority = Files.exists(file) ? Authority.read(Files.readString(file)) : make();
            } catch (IOException e) {
                throw new UncheckedIOException("the key of the authority is neither read nor made", e);
            }
        }
        return authority;
    }

    private Authority make() throws IOException {
        Authority made = Authority.make(texts.of("signer.authority"), clock.instant());
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, FILE, ".part");
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(part, made.keep(), StandardCharsets.US_ASCII);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }
}
