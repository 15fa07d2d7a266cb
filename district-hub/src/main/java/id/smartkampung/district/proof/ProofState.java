package id.smartkampung.district.proof;

import id.smartkampung.model.proof.Repair;
import java.time.Instant;

/**
 * Whether the rows of a village here are its own.
 *
 * @param sequence the last place at which they were proven equal, or null
 * @param provenAt when that was, or null
 * @param checkedAt when they were last compared, whatever came of it; or null
 * @param explained rows that differ only because an event of them waits
 * @param step how far finding and sending again has come; null when nothing is to be put right
 * @param differingSince null likewise
 */
public record ProofState(
        Long sequence, Instant provenAt, Instant checkedAt, int explained, Repair.Step step, Instant differingSince) {

    /** Of a village that never said what it holds. */
    public static final ProofState NONE = new ProofState(null, null, null, 0, null, null);

    /** Whether every difference is known and explained, and there was a proof at all. */
    public boolean isProven() {
        return provenAt != null && step == null;
    }

    /** Whether rows here are not the village's, and nothing waits that would explain it. */
    public boolean isDiverged() {
        return step != null;
    }

    /** Whether it was tried often enough, and a person has to look. */
    public boolean isGivenUp() {
        return step == Repair.Step.STOPPED;
    }
}
