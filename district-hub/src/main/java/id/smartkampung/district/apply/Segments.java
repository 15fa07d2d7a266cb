package id.smartkampung.district.apply;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a batch where the order within it matters: behind its last checkpoint and behind each answer to a question of
 * ours, which are compared with what is held at exactly their place, and around rows that replace whatever is held.
 */
final class Segments {

    private Segments() {}

    static List<List<Applied<VillageEvent>>> of(List<Applied<VillageEvent>> events) {
        int lastCheckpoint = lastCheckpoint(events);
        List<List<Applied<VillageEvent>>> segments = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < events.size(); i++) {
            VillageEvent event = events.get(i).event();
            boolean chunk = event instanceof SnapshotChunk;
            boolean chunkBefore = i > from && events.get(i - 1).event() instanceof SnapshotChunk;
            if (i > from && chunk != chunkBefore) {
                segments.add(events.subList(from, i));
                from = i;
            }
            if (i == lastCheckpoint || isAnswer(event)) {
                segments.add(events.subList(from, i + 1));
                from = i + 1;
            }
        }
        if (from < events.size()) {
            segments.add(events.subList(from, events.size()));
        }
        return segments;
    }

    private static boolean isAnswer(VillageEvent event) {
        if (event instanceof CheckpointTaken checkpoint) {
            return checkpoint.reason() == Reason.WANTED || checkpoint.reason() == Reason.REPAIR;
        }
        return event instanceof BucketListed;
    }

    private static int lastCheckpoint(List<Applied<VillageEvent>> events) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).event() instanceof CheckpointTaken) {
                return i;
            }
        }
        return -1;
    }
}
