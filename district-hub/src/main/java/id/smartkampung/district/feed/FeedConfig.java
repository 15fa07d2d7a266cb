package id.smartkampung.district.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the change feed. */
@ConfigMapping(prefix = "district.feed")
interface FeedConfig {

    /** A cursor older than this is answered with the way to an export. */
    @WithDefault("90d")
    Duration cursorLives();

    /** The longest that a call may wait for something new. */
    @WithDefault("30s")
    Duration longestWait();

    /** So many calls may wait at a time; further ones are answered at once. */
    @WithDefault("200")
    int mostWaiting();

    /** A sign of life in a stream of events in which nothing happens. */
    @WithDefault("15s")
    Duration beatEvery();

    /** A stream of events ends after this and is opened anew, so that an ended right sees nothing more. */
    @WithDefault("10m")
    Duration endAfter();
}
