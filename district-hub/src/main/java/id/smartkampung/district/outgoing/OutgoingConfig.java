package id.smartkampung.district.outgoing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings of the calls that this hub makes to addresses that others gave it. */
@ConfigMapping(prefix = "district.outgoing")
public interface OutgoingConfig {

    /** Networks (CIDR) that are not of the open internet and may be called nevertheless, at any port. */
    Optional<List<String>> innerNetworks();

    /** Ports that may be called. */
    @WithDefault("443,8443")
    Set<Integer> ports();

    /** Whether an address may begin with http; for tests. */
    @WithDefault("false")
    boolean plainHttp();

    /** Certificates (PEM) under which receivers stand, in the place of those that Java knows. */
    Optional<Path> authority();

    @WithDefault("5s")
    Duration connectWithin();

    /** The whole answer must have come by then. */
    @WithDefault("15s")
    Duration answerWithin();
}
