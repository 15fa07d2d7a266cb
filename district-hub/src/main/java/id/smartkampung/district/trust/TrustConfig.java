package id.smartkampung.district.trust;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Settings of whom this hub believes. */
@ConfigMapping(prefix = "district.trust")
interface TrustConfig {

    /** Keys of villages to register at start, each as {@code node=key in base64}, where no enrolment brings them. */
    Optional<List<String>> villageKeys();
}
