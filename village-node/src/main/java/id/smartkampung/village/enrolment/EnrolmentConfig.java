package id.smartkampung.village.enrolment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of how this server is connected with its district. */
@ConfigMapping(prefix = "village.enrolment")
interface EnrolmentConfig {

    /** How long to wait after an attempt; doubles up to six hours while attempts fail. */
    @WithDefault("20s")
    Duration pause();

    /** How often it is looked whether the credential ends soon, or is refused; {@code off} in tests. */
    @WithDefault("10s")
    String renewEvery();
}
