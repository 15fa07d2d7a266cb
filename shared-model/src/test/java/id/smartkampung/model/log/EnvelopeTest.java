package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private final LogHead start = LogHead.start(Logs.NODE);

    @Test
    void theFirstEventStandsAtOneAfterNothing() {
        Envelope first = Logs.after(start, "A");

        assertThat(first.position()).isEqualTo(new LogPosition(1, 1));
        assertThat(first.prevHash()).isEqualTo(Hash.ZERO);
    }

    @Test
    void theNextEventIsChainedToTheOneBefore() {
        Envelope first = Logs.after(start, "A");
        Envelope second = Logs.after(first.head(), "B");

        assertThat(second.position()).isEqualTo(new LogPosition(1, 2));
        assertThat(second.prevHash()).isEqualTo(first.hash());
    }

    @Test
    void timeIsCutToTheMicrosecondsThatADatabaseKeeps() {
        Envelope event =
                Envelope.next(start, "t.v1", "s/1", Instant.parse("2026-06-30T01:02:03.123456789Z"), new byte[] {1});

        assertThat(event.time()).isEqualTo(Instant.parse("2026-06-30T01:02:03.123456Z"));
    }

    @Test
    void theSameDataIsHiddenByAnotherSaltEachTime() {
        assertThat(Logs.after(start, "A").dataHash())
                .isNotEqualTo(Logs.after(start, "A").dataHash());
    }

    @Test
    void aLogLineAboutAnEventShowsNoData() {
        assertThat(Logs.after(start, "SITI")).hasToString("35.10.01.2001 1:1 resident-recorded.v1");
    }

    @Test
    void eventsAreEqualByTheirBytes() throws EnvelopeFormatException {
        Envelope event = Logs.after(start, "A");

        assertThat(Logs.Sent.of(event).read()).isEqualTo(event).hasSameHashCodeAs(event);
        assertThat(Logs.after(start, "A")).isNotEqualTo(event);
    }
}
