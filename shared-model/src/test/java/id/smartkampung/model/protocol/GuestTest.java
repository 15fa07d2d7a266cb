package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.protocol.Guest.Greeting;
import org.junit.jupiter.api.Test;

class GuestTest {

    private final Guest first = Guest.UNKNOWN.after("topic", 10, "old machine");
    private final Guest moved = first.after("topic", 20, "new machine");

    @Test
    void theSameMachineMaySayHelloAsOftenAsItStarts() {
        assertThat(first.greeting("topic", 11, "old machine")).isEqualTo(Greeting.SAME);
    }

    @Test
    void anotherMachineTakesThePlaceOfTheFirst() {
        assertThat(first.greeting("topic", 20, "new machine")).isEqualTo(Greeting.CHANGED);
    }

    @Test
    void theFirstMachineSpeakingAgainIsAClone() {
        assertThat(moved.greeting("topic", 30, "old machine")).isEqualTo(Greeting.CLONE);
    }

    @Test
    void theMachineThatAPersonPickedGoesOnAndTheOtherDoesNot() {
        Guest picked = moved.picked("old machine");

        assertThat(picked.greeting("topic", 30, "old machine")).isEqualTo(Greeting.SAME);
        assertThat(picked.greeting("topic", 30, "new machine")).isEqualTo(Greeting.CLONE);
    }

    @Test
    void aHelloThatIsReadAgainIsNoNewOne() {
        assertThat(moved.greeting("topic", 10, "old machine")).isEqualTo(Greeting.SAME);
        assertThat(moved.after("topic", 10, "old machine")).isEqualTo(moved);
    }

    @Test
    void aHelloInATopicMadeAnewIsANewOne() {
        assertThat(moved.greeting("topic made anew", 0, "old machine")).isEqualTo(Greeting.CLONE);
    }
}
