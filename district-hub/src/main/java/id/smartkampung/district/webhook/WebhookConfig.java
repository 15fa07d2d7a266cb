package id.smartkampung.district.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of the calls to other agencies' programs. */
@ConfigMapping(prefix = "district.webhook")
interface WebhookConfig {

    /** How often it is looked whether something waits; {@code off} where another hub delivers. */
    @WithDefault("1s")
    String lookEvery();

    /** Addresses that are called at the same time. */
    @WithDefault("4")
    int senders();

    /** So long an address is called before the others have their turn. */
    @WithDefault("30s")
    Duration turn();

    /** A hub that dies leaves its addresses to the others after this; longer than the longest call. */
    @WithDefault("60s")
    Duration lease();

    /** Pauses after an attempt that failed, each drawn within a fifth around it; behind the last it is given up. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> ladder();

    /** After so many failures in a row an address is left alone for a while. */
    @WithDefault("5")
    int restAfter();

    /** The longest such while; the first is a sixtieth of it, and each doubles. */
    @WithDefault("5m")
    Duration longestRest();

    /** An address at which nothing was accepted for so long is called no more. */
    @WithDefault("3d")
    Duration stopAfter();

    /** So many messages may wait for one address; further changes wait in the feed. */
    @WithDefault("1000")
    int mostWaiting();

    /** How long the keys before stay in use after new ones were made. */
    @WithDefault("24h")
    Duration keyOverlap();

    /** So many addresses may one client have. */
    @WithDefault("10")
    int mostOfOne();

    /** How long messages that have ended are kept for the log and for replay. */
    @WithDefault("30d")
    Duration keep();
}
