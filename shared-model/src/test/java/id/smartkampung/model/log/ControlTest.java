package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlTest {

    private static final String HASH = "ab".repeat(32);

    private static final Control.Place PLACE = new Control.Place(1, 7, HASH);
    private static final LogHead START = LogHead.start(Logs.NODE);

    static Stream<Control> controls() {
        return Stream.of(
                new Control.Head(Logs.NODE, 1, 7, HASH, Logs.TIME, "1.0.0"),
                new Control.Head(Logs.NODE, 1, 0, Hash.ZERO.hex(), Logs.TIME, null),
                new Control.Ack(Logs.NODE, 1, 7, HASH, Logs.TIME),
                new Control.Nak(Logs.NODE, 2, 0, Logs.TIME),
                new Control.Hello(
                        Logs.NODE, "n1", List.of(PLACE, Control.Place.of(START)), "s1", "f1", Logs.TIME, "1.0.0"),
                new Control.Welcome(Logs.NODE, "n1", PLACE, Control.Place.of(START), true, List.of("key"), Logs.TIME),
                new Control.TailWanted(Logs.NODE, "n1", PLACE, Logs.TIME),
                new Control.Tail(
                        Logs.NODE,
                        "n1",
                        Control.Place.of(START),
                        List.of(CarriedEvent.of(
                                Envelope.next(START, "resident-removed.v1", "resident/1", Logs.TIME, new byte[] {7}))),
                        Logs.TIME));
    }

    @ParameterizedTest
    @MethodSource("controls")
    void whatIsWrittenIsReadAgain(Control control) throws EnvelopeFormatException {
        assertThat(Control.read(control.kind(), Control.write(control))).isEqualTo(control);
    }

    @Test
    void theBodyOfAnAckIsPlainJson() {
        assertThat(new String(Control.write(new Control.Ack(Logs.NODE, 1, 7, HASH, Logs.TIME)), StandardCharsets.UTF_8))
                .isEqualTo("{\"node\":\"35.10.01.2001\",\"epoch\":1,\"sequence\":7,\"hash\":\"" + HASH
                        + "\",\"at\":\"2026-06-30T01:02:03.123456Z\"}");
    }

    @Test
    void whatANewerSenderAddsIsIgnored() throws EnvelopeFormatException {
        assertThat(read("{\"node\":\"a\",\"epoch\":1,\"sequence\":7,\"at\":\"2026-06-30T01:02:03Z\",\"later\":[1]}"))
                .isInstanceOf(Control.Nak.class);
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatThrownBy(() -> Control.read("hello.v9", new byte[] {'{', '}'}))
                .isInstanceOf(EnvelopeFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"node\":\"A B\",\"epoch\":1,\"sequence\":7,\"at\":\"2026-06-30T01:02:03Z\"}",
                "{\"node\":\"a\",\"epoch\":0,\"sequence\":7,\"at\":\"2026-06-30T01:02:03Z\"}",
                "{\"node\":\"a\",\"epoch\":1,\"sequence\":-1,\"at\":\"2026-06-30T01:02:03Z\"}",
                "{\"node\":\"a\",\"epoch\":1,\"at\":\"2026-06-30T01:02:03Z\"}",
                "{\"node\":\"a\",\"epoch\":1,\"sequence\":7}",
                "{\"node\":\"a\",\"epoch\":1,\"sequence\":7,\"at\":\"today\"}"
            })
    void aBodyThatIsNotOfItsKindIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(EnvelopeFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"ab\"", "7"})
    void anAckWithoutAHashIsRefused(String hash) {
        String body =
                "{\"node\":\"a\",\"epoch\":1,\"sequence\":7,\"at\":\"2026-06-30T01:02:03Z\",\"hash\":" + hash + "}";

        assertThatThrownBy(() -> Control.read("ack.v1", body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(EnvelopeFormatException.class);
    }

    private static Control read(String body) throws EnvelopeFormatException {
        return Control.read("nak.v1", body.getBytes(StandardCharsets.UTF_8));
    }
}
