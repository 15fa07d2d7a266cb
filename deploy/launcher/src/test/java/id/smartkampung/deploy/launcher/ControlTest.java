package id.smartkampung.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {

    @TempDir
    Path folder;

    private Control control;

    @AfterEach
    void close() {
        if (control != null) {
            control.close();
        }
    }

    @Test
    void answersACommand() {
        List<String> answer = new ArrayList<>();

        listen((command, out) -> out.accept("heard " + command));

        assertThat(Control.send(file(), "stop-village 35.10.01.2001", answer::add))
                .isTrue();
        assertThat(answer).containsExactly("heard stop-village 35.10.01.2001");
    }

    @Test
    void obeysNobodyWithoutTheToken() throws IOException {
        List<String> heard = new CopyOnWriteArrayList<>();

        listen((command, out) -> heard.add(command));
        String port = Files.readString(file()).split(" ", -1)[0];
        Files.writeString(file(), port + " " + "0".repeat(32));

        Control.send(file(), "stop", line -> {});

        assertThat(heard).isEmpty();
    }

    @Test
    void tellsWhenNobodyListens() {
        assertThat(Control.send(file(), "status", line -> {})).isFalse();
    }

    @Test
    void keepsTheTokenToItsOwner() throws IOException {
        listen((command, out) -> {});

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    private void listen(BiConsumer<String, Consumer<String>> commands) {
        control = Control.listen(file(), commands);
    }

    private Path file() {
        return folder.resolve("control");
    }
}
