package id.smartkampung.district.inbox;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * Who may speak next: a village that is nearly up to date always, and of those with a backlog only a few at a time, the
 * one that has waited longest first. So nobody waits for more than a few turns, however much another one brings.
 */
final class Turns {

    private final long live;
    /** In the order in which they were served last. */
    private final Set<TopicPartition> backlogs = new LinkedHashSet<>();

    /** @param live so many records are no backlog */
    Turns(long live) {
        this.live = live;
    }

    /** @param room how many with a backlog may speak */
    Set<TopicPartition> next(Set<TopicPartition> villages, ToLongFunction<TopicPartition> lag, int room) {
        backlogs.retainAll(villages);
        Set<TopicPartition> speaking = new LinkedHashSet<>();
        for (TopicPartition village : villages) {
            if (lag.applyAsLong(village) > live) {
                backlogs.add(village);
            } else {
                backlogs.remove(village);
                speaking.add(village);
            }
        }
        backlogs.stream().limit(Math.max(room, 0)).forEach(speaking::add);
        return speaking;
    }

    /** It has had its turn: the others with a backlog come first now. */
    void served(TopicPartition village) {
        if (backlogs.remove(village)) {
            backlogs.add(village);
        }
    }
}
