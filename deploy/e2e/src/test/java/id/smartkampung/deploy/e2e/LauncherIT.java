package id.smartkampung.deploy.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.servers.JavaCommand;
import id.smartkampung.deploy.servers.Ports;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one command of a new user: starts a regency, ends it in order, and goes on whatever ended it before. */
class LauncherIT {

    private static final String READY = "The password of all accounts";

    private Path data;
    private Path output;
    private int port;
    private Process launcher;

    @BeforeEach
    void emptyFolder() throws IOException {
        Path target = Files.createDirectories(Path.of("target", "launcher").toAbsolutePath());
        data = Files.createTempDirectory(target, "data");
        output = Files.createTempFile(target, "output", ".txt");
        port = Ports.free();
    }

    @AfterEach
    void end() throws InterruptedException, IOException {
        if (launcher != null && launcher.isAlive()) {
            launcher.destroyForcibly().waitFor();
        }
        assertThat(run("stop").waitFor(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void startsStopsInOrderAndGoesOnWithItsData() throws Exception {
        launcher = run(small(25));
        awaitReady();
        assertThat(Files.readString(output)).contains("http://localhost:" + port, "operator sekdes kades admin");

        launcher.destroy();
        assertThat(launcher.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(childrenOf(data)).isEmpty();
        assertThat(Ports.isTaken(port)).isFalse();

        launcher = run();
        awaitReady();
        awaitEvents();
    }

    @Test
    void cleansUpAndGoesOnAfterItWasKilled() throws Exception {
        launcher = run(small(25));
        awaitReady();
        launcher.destroyForcibly().waitFor();
        assertThat(childrenOf(data)).isNotEmpty();

        launcher = run();

        awaitReady();
        awaitEvents();
    }

    @Test
    void saysWhichPortIsTakenBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(port)) {
            assertThat(taken.isBound()).isTrue();
            launcher = run(small(0));

            assertThat(launcher.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(launcher.exitValue()).isEqualTo(1);
            assertThat(Files.readString(output)).contains("port " + port + " of hub");
            assertThat(childrenOf(data)).isEmpty();
        }
    }

    private String[] small(int residents) {
        return new String[] {
            "--villages", "1",
            "--residents", Integer.toString(residents),
            "--port", Integer.toString(port),
            "--village-port", Integer.toString(Ports.free()),
            "--postgres-port", Integer.toString(Ports.free()),
            "--kafka-port", Integer.toString(Ports.free())
        };
    }

    private Process run(String... arguments) throws IOException {
        Path root = Checkout.here().root();
        List<String> command = new ArrayList<>(List.of(
                JavaCommand.java(),
                "-Xmx192m",
                "-Dkampung.root=" + root,
                "-jar",
                root.resolve("deploy/launcher/target/deploy-launcher-run.jar").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        Files.writeString(output, "");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    private void awaitReady() {
        await().atMost(Duration.ofMinutes(4)).untilAsserted(() -> {
            assertThat(launcher.isAlive()).as(Files.readString(output)).isTrue();
            assertThat(Files.readString(output)).contains(READY);
        });
    }

    /** The live line says that what the village has came to the hub. */
    private void awaitEvents() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(Files.readString(output)).containsPattern("[1-9][0-9.,]* events"));
    }

    /** Processes that were started for this folder. */
    private static List<Long> childrenOf(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().arguments().stream()
                        .flatMap(Stream::of)
                        .anyMatch(word -> word.contains(data.toString())))
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .map(ProcessHandle::pid)
                .toList();
    }
}
