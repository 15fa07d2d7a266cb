package id.smartkampung.district.outbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** Settings of what goes down to the villages. */
@ConfigMapping(prefix = "district.outbox")
public interface OutboxConfig {

    /** Whether this hub speaks to the broker at all. */
    @WithDefault("true")
    boolean enabled();

    /** At most one acknowledgement per village in this time; the latest wins. */
    @WithDefault("1s")
    Duration acknowledgeEvery();

    /** How long to wait before missing events are asked for again at the same position; doubles up to a minute. */
    @WithDefault("2s")
    Duration askAgainAfter();

    /** How often it is looked whether something is asked of a village. */
    @WithDefault("200ms")
    Duration commandsEvery();

    /** How often it is checked that the topics of all villages exist. */
    @WithDefault("5s")
    Duration topicsEvery();

    /** How long the broker keeps what it carries. */
    @WithDefault("14d")
    Duration topicRetention();

    /** How often the broker is told to forget what was sent before a person was erased. */
    @WithDefault("1m")
    String emptyEvery();

    /** How much each village may write to the broker in a second, compressed, counted from its next joining or renewal on. */
    @WithDefault("1M")
    MemorySize villageBytesPerSecond();

    /** Where the key of this hub lies, and the next one; hubs of one district have the same. */
    @WithDefault("keys")
    Path keysFolder();
}
