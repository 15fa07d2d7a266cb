package id.smartkampung.deploy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir
    Path folder;

    private PidFile file;
    private Process process;

    @BeforeEach
    void startSomething() throws IOException {
        file = new PidFile(folder.resolve("deep/program.pid"));
        process = new ProcessBuilder(
                        JavaCommand.java(), "-cp", System.getProperty("java.class.path"), Sleeper.class.getName())
                .start();
    }

    @AfterEach
    void endIt() {
        process.destroyForcibly();
    }

    @Test
    void namesTheProcessWhileItRuns() {
        file.write(process.toHandle());

        assertThat(file.process()).contains(process.toHandle());
    }

    @Test
    void namesNobodyAfterTheProcessWasKilled() {
        file.write(process.toHandle());

        process.destroyForcibly().onExit().join();

        assertThat(file.process()).isEmpty();
    }

    @Test
    void aPidThatWasGivenToAnotherProcessIsNotOurs() throws IOException {
        file.write(process.toHandle());
        long startedAt = process.info().startInstant().orElseThrow().toEpochMilli();
        Files.writeString(file.path(), process.pid() + " " + (startedAt - 60_000));

        file.kill();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void anUnfinishedFileNamesNobody() throws IOException {
        file.write(process.toHandle());
        Files.writeString(file.path(), Long.toString(process.pid()));

        assertThat(file.process()).isEmpty();
    }

    @Test
    void endsTheProcessAndForgetsIt() {
        file.write(process.toHandle());

        file.end(Duration.ofSeconds(20));

        assertThat(process.isAlive()).isFalse();
        assertThat(file.path()).doesNotExist();
    }

    /** A program that does nothing until it is ended. */
    static final class Sleeper {

        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
