package id.smartkampung.district.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of the programs of other agencies. */
@ConfigMapping(prefix = "district.client")
interface ClientConfig {

    /** How long a token is good. */
    @WithDefault("10m")
    Duration tokenValidity();

    /** How long a secret is good before it must have been replaced. */
    @WithDefault("180d")
    Duration secretValidity();

    /** How long the secret before stays good after a new one was made. */
    @WithDefault("7d")
    Duration secretOverlap();

    /** An assertion whose end lies further ahead is refused. */
    @WithDefault("5m")
    Duration assertionValidity();

    /** Address under which clients reach this hub; without it that under which they say they do. */
    Optional<URI> address();
}
