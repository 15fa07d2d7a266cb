package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    private Path file;
    private KeyFile keys;

    @BeforeEach
    void name() {
        file = folder.resolve("keys/node.pem");
        keys = new KeyFile(file);
    }

    @Test
    void theKeyThatWasMadeIsReadAgain() throws IOException {
        NodeKey made = keys.readOrMake();

        assertThat(new KeyFile(file).readOrMake().verifyKey()).isEqualTo(made.verifyKey());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        keys.readOrMake();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        keys.readOrMake();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(keys::read).isInstanceOf(IOException.class).hasMessageContaining("chmod 600");
    }

    @Test
    void aKeyIsNeverReplaced() throws IOException {
        NodeKey first = keys.readOrMake();

        assertThatThrownBy(() -> keys.write(NodeKey.generate())).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(keys.read().verifyKey()).isEqualTo(first.verifyKey());
    }

    @Test
    void nothingElseIsLeftInTheFolder() throws IOException {
        keys.readOrMake();

        assertThat(file.getParent().toFile().list()).containsExactly("node.pem");
    }

    @Test
    void twoHalvesThatDoNotBelongTogetherAreRefused() throws IOException {
        keys.readOrMake();
        String one = Files.readString(file);
        Path otherFile = folder.resolve("keys/other.pem");
        new KeyFile(otherFile).readOrMake();
        String other = Files.readString(otherFile);
        int publicPart = one.indexOf("-----BEGIN PUBLIC");

        Files.writeString(file, one.substring(0, publicPart) + other.substring(other.indexOf("-----BEGIN PUBLIC")));

        assertThatThrownBy(keys::read).isInstanceOf(IOException.class).hasMessageContaining("belong together");
    }
}
