package id.smartkampung.deploy.regency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void theNextStartKnowsThePasswordsOfTheLast() {
        String password = new Secrets(file()).of("district.owner");

        assertThat(new Secrets(file()).of("district.owner")).isEqualTo(password);
    }

    @Test
    void eachPasswordIsItsOwn() {
        Secrets secrets = new Secrets(file());

        assertThat(secrets.of("district.owner")).isNotEqualTo(secrets.of("district.app"));
    }

    @Test
    void onlyTheOwnerMayReadThem() throws IOException {
        new Secrets(file()).of("district.owner");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    private Path file() {
        return folder.resolve("secrets.properties");
    }
}
