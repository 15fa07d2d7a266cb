package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesAndPlacesTest {

    @Test
    void aVillageHasOneTopicUpAndOneDown() {
        assertThat(Topics.up(Logs.NODE)).isEqualTo("kampung.up.35.10.01.2001");
        assertThat(Topics.down(Logs.NODE)).isEqualTo("kampung.down.35.10.01.2001");
        assertThat(Topics.nodeOfUp("kampung.up.35.10.01.2001")).isEqualTo(Logs.NODE);
    }

    @Test
    void theDistrictSubscribesToUpLogsOnly() {
        assertThat(Topics.ALL_UP.matcher(Topics.up(Logs.NODE)).matches()).isTrue();
        assertThat(Topics.ALL_UP.matcher(Topics.down(Logs.NODE)).matches()).isFalse();
        assertThat(Topics.ALL_UP.matcher("kampungxupx35").matches()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kampung.up.", "kampung.down.35.10.01.2001", "kampung.up.A"})
    void anotherTopicHasNoOwner(String topic) {
        assertThatThrownBy(() -> Topics.nodeOfUp(topic)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".a", "-a", "A", "a_b", "a/b", "a b", "a\n"})
    void aNodeIdIsSafeInTheNameOfATopic(String id) {
        assertThatThrownBy(() -> new NodeId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNodeIdAndItsTopicAreShortEnoughForABroker() {
        assertThat(Topics.down(new NodeId("a".repeat(63)))).hasSizeLessThan(249);
        assertThatThrownBy(() -> new NodeId("a".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anyPositionOfALaterEpochIsLater() {
        assertThat(new LogPosition(2, 0)).isGreaterThan(new LogPosition(1, Long.MAX_VALUE));
        assertThat(new LogPosition(1, 2)).isGreaterThan(new LogPosition(1, 1));
        assertThat(LogPosition.START.next()).isEqualTo(new LogPosition(1, 1)).hasToString("1:1");
    }

    @Test
    void positionsBeginWithEpochOneAndSequenceZero() {
        assertThatThrownBy(() -> new LogPosition(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogPosition(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHashHas32BytesAndCannotBeChangedFromOutside() {
        byte[] bytes = new byte[32];
        Hash hash = Hash.of(bytes);
        bytes[0] = 1;
        hash.bytes()[1] = 1;

        assertThat(hash).isEqualTo(Hash.ZERO).hasToString("00".repeat(32));
        assertThatThrownBy(() -> Hash.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Hash.ofHex("0g".repeat(32))).isInstanceOf(IllegalArgumentException.class);
    }
}
