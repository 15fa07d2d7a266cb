package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.log.Logs.Sent;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttributesTest {

    private final Envelope event = Logs.after(LogHead.start(Logs.NODE), "A");
    private final Sent sent = Sent.of(event);

    static Stream<String> names() {
        return Attributes.NAMES.stream();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws EnvelopeFormatException {
        Envelope read = sent.read();

        assertThat(read.node()).isEqualTo(event.node());
        assertThat(read.position()).isEqualTo(event.position());
        assertThat(read.id()).isEqualTo(event.id());
        assertThat(read.type()).isEqualTo(event.type());
        assertThat(read.subject()).isEqualTo(event.subject());
        assertThat(read.time()).isEqualTo(event.time());
        assertThat(read.prevHash()).isEqualTo(event.prevHash());
        assertThat(read.dataHash()).isEqualTo(event.dataHash());
        assertThat(read.salt()).isEqualTo(event.salt());
        assertThat(read.data()).isEqualTo(event.data());
        assertThat(read.hash()).isEqualTo(event.hash());
    }

    @Test
    void sequenceHasTwentyDigits() {
        assertThat(sent.headers().get(Attributes.SEQUENCE))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("00000000000000000001");
    }

    @Test
    void headersThatAreNotOursAreNeitherReadNorHashed() throws EnvelopeFormatException {
        Sent traced = sent.with("traceparent", new byte[] {1, 2}).with("content-type", new byte[] {3});

        assertThat(traced.read().hash()).isEqualTo(event.hash());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMissingAttributeIsRefusedByName(String name) {
        assertRefused(sent.with(name, null), name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEmptyAttributeIsRefusedByName(String name) {
        assertRefused(sent.with(name, new byte[0]), name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEndlessAttributeIsRefusedByName(String name) {
        assertRefused(sent.with(name, new byte[100_000]), name);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion,0.3",
        "ce_id,x",
        "ce_id,0190A5D0-AC96-774B-8CCE-B302099A8057",
        "ce_id,190a5d0-ac96-774b-8cce-b302099a8057",
        "ce_source,urn:other:node:35.10.01.2001",
        "ce_source,urn:kampung:node:",
        "ce_source,urn:kampung:node:UPPER",
        "ce_source,urn:kampung:node:../etc",
        "ce_time,2026-06-30",
        "ce_time,2026-06-30T01:02:03.123456+07:00",
        "ce_time,2026-06-30T01:02:03.12345600Z",
        "ce_time,2026-06-30t01:02:03.123456z",
        "ce_time,2026-06-30T01:02:03.000Z",
        "ce_sequence,1",
        "ce_sequence,00000000000000000000",
        "ce_sequence,+0000000000000000001",
        "ce_sequence,-0000000000000000001",
        "ce_sequence,99999999999999999999",
        "ce_sequence,٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠١",
        "ce_epoch,0",
        "ce_epoch,01",
        "ce_epoch,+1",
        "ce_epoch,-1",
        "ce_epoch,x",
        "ce_prevhash,00",
        "ce_prevhash,zz",
        "ce_datahash,ABCDEF",
        "ce_salt,00",
        "ce_salt,000102030405060708090A0B0C0D0E0F"
    })
    void anAttributeThatIsNotSpelledAsWeWriteItIsRefused(String name, String value) {
        assertRefused(sent.with(name, value.getBytes(StandardCharsets.UTF_8)), name);
    }

    @Test
    void hashesInCapitalsAreRefused() {
        String capitals = event.dataHash().hex().toUpperCase(java.util.Locale.ROOT);

        assertRefused(sent.with(Attributes.DATA_HASH, capitals.getBytes(StandardCharsets.UTF_8)), Attributes.DATA_HASH);
    }

    @Test
    void bytesThatAreNoTextAreRefusedSinceTheyWouldBeHashedAsOthers() {
        assertRefused(sent.with(Attributes.SUBJECT, new byte[] {'a', (byte) 0xFF}), Attributes.SUBJECT);
    }

    @Test
    void aRecordWithoutDataIsNoEvent() {
        assertRefused(sent.withData(null), "data");
    }

    private static void assertRefused(Sent record, String name) {
        assertThatThrownBy(record::read)
                .isInstanceOf(EnvelopeFormatException.class)
                .message()
                .contains(name);
    }
}
