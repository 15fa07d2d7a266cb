package id.smartkampung.district.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How open pages are told of changes. */
@ConfigMapping(prefix = "district.live")
public interface LiveConfig {

    /** The first change is told at once, the next ones at most this often. */
    @WithDefault("250ms")
    Duration gatherFor();

    /** A sign of life for the pages, and for proxies that end what is silent. */
    @WithDefault("15s")
    Duration beatEvery();

    /** A stream ends after this and is opened anew, so that an ended session sees nothing more. */
    @WithDefault("10m")
    Duration endAfter();

    /** Wait before listening again after the database was lost. */
    @WithDefault("2s")
    Duration retryAfter();

    @WithDefault("2s")
    Duration stopWithin();

    /** Changes kept for a page that reads slowly. */
    @WithDefault("64")
    int backlog();
}
