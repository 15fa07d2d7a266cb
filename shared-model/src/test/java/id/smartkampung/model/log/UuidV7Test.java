package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    @Test
    void carriesVersionAndVariant() {
        UUID id = UuidV7.at(Logs.TIME);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void beginsWithItsTimeInMilliseconds() {
        // The example of RFC 9562, appendix A.6.
        assertThat(UuidV7.at(Instant.parse("2022-02-22T19:22:22Z")).toString()).startsWith("017f22e2-79b0-7");
    }

    @Test
    void laterOnesComeLaterAsText() {
        assertThat(UuidV7.at(Logs.TIME).toString())
                .isLessThan(UuidV7.at(Logs.TIME.plusMillis(1)).toString());
    }

    @Test
    void thoseOfOneMillisecondDiffer() {
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(UuidV7.at(Logs.TIME));
        }

        assertThat(ids).hasSize(10_000);
    }
}
