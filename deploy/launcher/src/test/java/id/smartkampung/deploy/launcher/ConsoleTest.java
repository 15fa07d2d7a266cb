package id.smartkampung.deploy.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void writesTheLiveLineOver() {
        Console console = console(true);

        console.live("lag 10");
        console.live("lag 9");

        assertThat(text()).isEqualTo("\rlag 10\rlag 9 ");
    }

    @Test
    void keepsTheLiveLineBelowTheOthers() {
        Console console = console(true);
        console.live("lag 10");

        console.line("kafka died");

        assertThat(text()).isEqualTo("\rlag 10\r      \rkafka died" + System.lineSeparator() + "lag 10");
    }

    @Test
    void writesIntoAFileOnlyWhatChanged() {
        Console console = console(false);

        console.live("lag 0");
        console.live("lag 0");

        assertThat(text()).isEqualTo("lag 0" + System.lineSeparator());
    }

    private Console console(boolean terminal) {
        return new Console(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
