package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final TopicPartition A = village("a");
    private static final TopicPartition B = village("b");
    private static final TopicPartition C = village("c");
    private static final TopicPartition D = village("d");
    private static final long PRESENT = 5000;
    private static final int ROOM = 2;

    private final Turns turns = new Turns(PRESENT);
    private final Map<TopicPartition, Long> lags = new HashMap<>(Map.of(A, 90_000L, B, 90_000L, C, 90_000L, D, 12L));

    @Test
    void whoIsNearlyUpToDateSpeaksInEveryTurn() {
        for (int turn = 0; turn < 50; turn++) {
            Set<TopicPartition> speaking = turns.next(lags.keySet(), lags::get, ROOM);
            assertThat(speaking).contains(D);
            speaking.forEach(turns::served);
        }
    }

    @Test
    void onlyAFewBacklogsAreServedAtATime() {
        assertThat(turns.next(lags.keySet(), lags::get, ROOM)).hasSize(3).contains(D);
    }

    @Test
    void everyBacklogHasItsTurn() {
        Map<TopicPartition, Integer> served = new HashMap<>();
        for (int turn = 0; turn < 30; turn++) {
            for (TopicPartition village : turns.next(lags.keySet(), lags::get, ROOM)) {
                turns.served(village);
                served.merge(village, 1, Integer::sum);
            }
        }

        assertThat(served).isEqualTo(Map.of(A, 20, B, 20, C, 20, D, 30));
    }

    @Test
    void whoHasCaughtUpSpeaksAlways() {
        turns.next(lags.keySet(), lags::get, ROOM);
        lags.put(C, 3L);

        assertThat(turns.next(lags.keySet(), lags::get, ROOM)).contains(C, D);
    }

    @Test
    void whoWentToAnotherHubIsNotWaitedFor() {
        turns.next(lags.keySet(), lags::get, ROOM);

        assertThat(turns.next(Set.of(C), lags::get, ROOM)).containsExactly(C);
    }

    private static TopicPartition village(String node) {
        return new TopicPartition("kampung.up." + node, 0);
    }
}
