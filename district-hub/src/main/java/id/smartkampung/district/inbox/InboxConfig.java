package id.smartkampung.district.inbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of how the logs of the villages are taken in. */
@ConfigMapping(prefix = "district.inbox")
interface InboxConfig {

    /** Whether this hub takes logs in at all. */
    @WithDefault("true")
    boolean enabled();

    /** Consumers, each with two database connections; the villages are shared out among them. */
    @WithDefault("2")
    int workers();

    /** Hubs of one district that share the villages have the same group. */
    @WithDefault("district-hub")
    String group();

    /** At most so many records in one turn, and so in one transaction. */
    @WithDefault("5000")
    int batchSize();

    /** A village that brings more at once catches up: it is applied beside those at work, who do not wait for it. */
    @WithDefault("200")
    int presentEvents();

    /** So many events of a village may wait in memory for the signed head that covers them; more are asked for again. */
    @WithDefault("10000")
    int waitingEvents();

    /** So many bytes of them. */
    @WithDefault("8M")
    MemorySize waitingBytes();

    /** How soon a new topic is seen. */
    @WithDefault("5s")
    Duration newTopicsWithin();

    /** How long a turn waits for records. */
    @WithDefault("200ms")
    Duration pollTimeout();

    /** How long the broker may hold a fetch back when it has nothing. */
    @WithDefault("30ms")
    Duration fetchWait();

    /** A village that another hub keeps locked for longer is left alone for a while; the others go on. */
    @WithDefault("1s")
    Duration lockPatience();

    /** How long to leave the database or the broker alone after a failure; doubles up to ten seconds. */
    @WithDefault("200ms")
    Duration retryAfter();

    /** How long announced events may stay away before they are asked for again. */
    @WithDefault("3s")
    Duration headPatience();

    /** How often villages that are held or not registered are looked at again. */
    @WithDefault("2s")
    Duration lookAgainEvery();

    /** A village pauses when more than so many events were parked within the window. */
    @WithDefault("50")
    int breakerParked();

    @WithDefault("5m")
    Duration breakerWindow();

    /** A village that sends more events of the same minute within a minute is shown as flooding. */
    @WithDefault("6000")
    int floodEvents();

    /** The whole intake stops when more than so many of a hundred events could not be applied within the window, */
    @WithDefault("1")
    int breakerPercent();

    /** of at least so many events, */
    @WithDefault("5000")
    int breakerEvents();

    /** and at least so many villages are concerned. */
    @WithDefault("3")
    int breakerVillages();
}
