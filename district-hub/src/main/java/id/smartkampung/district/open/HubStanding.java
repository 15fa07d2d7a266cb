package id.smartkampung.district.open;

import java.time.Instant;
import java.util.List;

/**
 * How the hub stands at a moment, without naming a village.
 *
 * @param desa desa and kelurahan of the regency
 * @param joined villages that have joined
 * @param complete of these, how many have sent everything that they announced
 * @param proven of these, of how many the rows here are proven to be their own
 * @param offlineForADay villages that were not heard for a day
 * @param lastAppliedAt when something of a village was last taken in; null when nothing was
 * @param halted villages whose log waits for a person
 * @param gaps villages of which events are missing and were asked for again
 * @param stalled villages that have more, and nothing of it was taken in for a while
 * @param diverged villages whose rows here are not their own
 * @param troubles what could not be trusted in the last thirty days, the latest first
 */
record HubStanding(
        Instant asOf,
        long desa,
        long joined,
        long complete,
        long proven,
        long offlineForADay,
        Instant lastAppliedAt,
        long halted,
        long gaps,
        long stalled,
        long diverged,
        List<Trouble> troubles) {

    /** What could not be trusted, of how many villages, and when it was last so. */
    record Trouble(String kind, long villages, Instant lastAt) {}

    /** Whether nothing goes wrong with any village now. */
    public boolean isCalm() {
        return halted + gaps + stalled + diverged == 0;
    }
}
