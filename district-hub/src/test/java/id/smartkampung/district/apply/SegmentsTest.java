package id.smartkampung.district.apply;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.LogPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

    /** R a row, C a checkpoint, W one that was asked for, L a listing, S a chunk of rows. */
    @ParameterizedTest
    @CsvSource({
        "RRR, RRR",
        "RRC, RRC",
        "RCRC, RCRC",
        "RCR, RC|R",
        "RCRCRR, RCRC|RR",
        "RLR, RL|R",
        "LL, L|L",
        "RSR, R|S|R",
        "SSC, SS|C",
        "RSSCR, R|SS|C|R",
        "LSC, L|S|C",
        "RWRC, RW|RC",
        "C, C"
    })
    void aBatchIsCutWhereTheOrderMatters(String batch, String segments) {
        List<Applied<VillageEvent>> events = new ArrayList<>();
        for (int i = 0; i < batch.length(); i++) {
            events.add(new Applied<>(new LogPosition(1, i + 1), event(batch.charAt(i))));
        }

        String cut = Segments.of(events).stream()
                .map(segment -> segment.stream().map(SegmentsTest::kind).collect(Collectors.joining()))
                .collect(Collectors.joining("|"));

        assertThat(cut).isEqualTo(segments);
    }

    private static VillageEvent event(char kind) {
        UUID id = UUID.randomUUID();
        return switch (kind) {
            case 'C' -> new CheckpointTaken(id, 1, CheckpointTaken.Reason.HOURLY, List.of(), null, null);
            case 'W' -> new CheckpointTaken(id, 1, CheckpointTaken.Reason.WANTED, List.of(), null, null);
            case 'L' -> new BucketListed(id, 1, "family", List.of(), List.of());
            case 'S' -> new SnapshotChunk(id, null, "family", 1, List.of(), List.of(), List.of(), List.of(), List.of());
            default -> new ResidentRemoved(id);
        };
    }

    private static String kind(Applied<VillageEvent> applied) {
        if (applied.event() instanceof CheckpointTaken checkpoint) {
            return checkpoint.reason() == CheckpointTaken.Reason.WANTED ? "W" : "C";
        }
        if (applied.event() instanceof BucketListed) {
            return "L";
        }
        return applied.event() instanceof SnapshotChunk ? "S" : "R";
    }
}
