package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.Receiver;
import id.smartkampung.model.log.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ReunionTest {

    private final LogHead common = TestLog.ofLength(3).head();
    private final Envelope ours = about(common, "resident/a", "ours");
    private final Envelope theirsOfTheSame = about(common, "resident/a", "theirs");
    private final Envelope theirs = about(theirsOfTheSame.head(), "resident/b", "theirs");
    private final Envelope theirsLater = about(theirs.head(), "resident/b", "theirs, later");

    private final Reunion reunion = Reunion.of(common, 2, List.of(ours), List.of(theirsOfTheSame, theirs, theirsLater));

    @Test
    void whatWeDidGoesOnAfterTheCommonEventInTheNewEpoch() {
        Envelope renumbered = reunion.renumbered().get(0);

        assertThat(renumbered.position()).isEqualTo(new LogPosition(2, 4));
        assertThat(renumbered.id()).isEqualTo(ours.id());
        assertThat(Receiver.judge(common, renumbered, position -> Optional.empty()))
                .isEqualTo(Verdict.NEW_EPOCH);
    }

    @Test
    void theLastStateOfWhatOnlyTheyWorkedOnIsTakenOver() {
        assertThat(reunion.takenOver()).containsExactly(theirsLater);
    }

    @Test
    void whatBothWorkedOnWaitsForAPerson() {
        assertThat(reunion.contested()).containsExactly("resident/a");
    }

    @Test
    void anErasureHoldsWhoeverToldOfIt() {
        Predicate<Envelope> erases = event -> new String(event.data(), StandardCharsets.UTF_8).equals("erased");
        Envelope ourErasure = about(common, "resident/a", "erased");
        Envelope theirErasure = about(common, "resident/a", "erased");

        Reunion erasedByUs = Reunion.of(common, 2, List.of(ourErasure), List.of(theirsOfTheSame, theirs), erases);
        Reunion erasedByThem = Reunion.of(common, 2, List.of(ours), List.of(theirErasure), erases);

        assertThat(erasedByUs.takenOver()).containsExactly(theirs);
        assertThat(erasedByUs.contested()).isEmpty();
        assertThat(erasedByThem.takenOver()).containsExactly(theirErasure);
        assertThat(erasedByThem.contested()).isEmpty();
    }

    private static Envelope about(LogHead head, String subject, String text) {
        return Envelope.next(
                head, "resident-recorded.v1", subject, Instant.EPOCH, text.getBytes(StandardCharsets.UTF_8));
    }
}
