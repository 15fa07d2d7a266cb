package id.smartkampung.district.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutgoingConfigTest {

    @Test
    void theInnerNetworkIsClosedUnlessASettingOpensIt() {
        OutgoingConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(OutgoingConfig.class)
                .build()
                .getConfigMapping(OutgoingConfig.class);

        assertThat(config.innerNetworks()).isEmpty();
        assertThat(config.ports()).containsExactlyInAnyOrder(443, 8443);
        assertThat(config.plainHttp()).isFalse();
        assertThat(config.authority()).isEmpty();
        assertThat(config.connectWithin()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.answerWithin()).isEqualTo(Duration.ofSeconds(15));
    }
}
