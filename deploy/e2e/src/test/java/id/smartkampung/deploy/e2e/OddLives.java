package id.smartkampung.deploy.e2e;

import id.smartkampung.deploy.senders.SimulatedVillage;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a village may tell in an order in which its pages would not have it done. */
final class OddLives {

    private OddLives() {}

    /** The request of somebody who is not there yet, whose family is not there yet. */
    static List<VillageEvent> childrenFirst(SimulatedVillage log) {
        VillageEvent family = log.arrival();
        UUID applicant = UUID.randomUUID();
        Instant at = Instant.parse("2026-01-05T02:00:00Z");
        return List.of(
                new RequestRecorded(
                        UUID.randomUUID(),
                        "26-48",
                        applicant,
                        new LetterKind("SKTM"),
                        Channel.COUNTER,
                        RequestState.SUBMITTED,
                        false,
                        at,
                        List.of(new Step(RequestState.SUBMITTED, at))),
                log.recorded(applicant),
                family);
    }

    /** Two persons are there at the end: one that was created again, and one that was changed after its deletion. */
    static List<VillageEvent> deletions(SimulatedVillage log) {
        UUID again = UUID.randomUUID();
        UUID changed = UUID.randomUUID();
        UUID gone = UUID.randomUUID();
        return List.of(
                log.arrival(),
                log.recorded(again),
                log.recorded(changed),
                log.recorded(gone),
                new ResidentRemoved(again),
                new ResidentRemoved(gone),
                log.recorded(again),
                new ResidentRemoved(gone),
                new ResidentRemoved(again),
                new ResidentRemoved(changed),
                log.recorded(changed),
                log.recorded(again),
                log.recorded(changed));
    }
}
