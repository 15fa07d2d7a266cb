package id.smartkampung.model.protocol;

import id.smartkampung.model.log.LogPosition;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * With which key a sender says hello.
 *
 * <p>A word stands at no position, and the receiver believes the key that counts behind what it has applied. The event
 * that names a new key may lie unread, or be lost with the topic or with the receiver's database: then the new key is
 * nobody's there, and only a hello that an older one signed is heard, so that the event is sent again.
 */
public final class HelloKeys {

    private HelloKeys() {}

    /**
     * The keys to sign with, one after the other as long as no hello is answered.
     *
     * @param at the key that signs the head at a position
     * @param sent what lies in the topic, as far as we know
     * @param acked what the receiver has applied, as far as we know
     * @param emptied whether the topic was made anew, so that what was sent may be gone
     * @param held all keys that the sender has, the newest first
     */
    public static <K> List<K> inTurn(
            Function<LogPosition, K> at, LogPosition sent, LogPosition acked, boolean emptied, Collection<K> held) {
        Set<K> keys = new LinkedHashSet<>();
        keys.add(at.apply((emptied ? acked : sent).next()));
        keys.add(at.apply((emptied ? sent : acked).next()));
        keys.addAll(held);
        return List.copyOf(keys);
    }
}
