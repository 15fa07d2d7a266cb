package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"35.10.01.2001", "a", "0", "pilot-2.banyuwangi"})
    void lettersAndDigitsAreJoinedByDotsAndHyphens(String name) {
        assertThat(new NodeId(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {".a", "-a", "A", "a b", "a/b", "../a", "a_b", "\u00e9", "\u0661", "a\n", "`", "{"})
    void anythingElseIsRefused(String name) {
        assertThatThrownBy(() -> new NodeId(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameHasUpToSixtyThreeCharacters() {
        assertThat(new NodeId("a".repeat(63)).value()).hasSize(63);
        assertThatThrownBy(() -> new NodeId("a".repeat(64))).isInstanceOf(IllegalArgumentException.class);
    }
}
