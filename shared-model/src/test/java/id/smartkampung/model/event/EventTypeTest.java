package id.smartkampung.model.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTypeTest {

    @ParameterizedTest
    @EnumSource(EventType.class)
    void aTypeIsFoundByItsNameOnTheWire(EventType type) {
        assertThat(EventType.ofWireName(type.wireName())).contains(type);
        assertThat(type.wireName()).matches("[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*");
    }

    @Test
    void anUnknownNameIsNoType() {
        assertThat(EventType.ofWireName("resident-recorded.v9")).isEmpty();
    }

    @Test
    void everyEventHasAType() {
        assertThat(Arrays.stream(EventType.values()).<Class<?>>map(EventType::eventClass))
                .containsExactlyInAnyOrder(VillageEvent.class.getPermittedSubclasses());
    }

    @Test
    void aSubjectIsReadAsItIsWritten() {
        Subject subject = new Subject(Subject.RESIDENT, UUID.fromString("0190a5d0-0000-7000-8000-000000000001"));

        assertThat(Subject.parse(subject.toString())).isEqualTo(subject);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "resident", "/0190a5d0-0000-7000-8000-000000000001", "resident/", "resident/x"})
    void anythingElseIsNoSubject(String text) {
        assertThatThrownBy(() -> Subject.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
