package id.smartkampung.district.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message that was not accepted is tried again. */
record Ladder(List<Duration> pauses) {

    private static final double SPREAD = 0.2;
    private static final int FIRST_REST = 60;
    private static final int MOST_DOUBLINGS = 6;

    /**
     * The pause behind so many attempts.
     *
     * @param chance between 0 and 1, so that those who failed together do not come together
     * @return empty when it has been tried often enough
     */
    Optional<Duration> after(int attempts, double chance) {
        if (attempts > pauses.size()) {
            return Optional.empty();
        }
        double factor = 1 - SPREAD + 2 * SPREAD * chance;
        return Optional.of(Duration.ofMillis(Math.round(pauses.get(attempts - 1).toMillis() * factor)));
    }

    /** How long an address is left alone after so many failures in a row; nothing where they are few. */
    static Duration rest(int failures, int few, Duration longest) {
        if (failures < few) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - few, MOST_DOUBLINGS);
        Duration rest = longest.dividedBy(FIRST_REST).multipliedBy(1L << doublings);
        return rest.compareTo(longest) > 0 ? longest : rest;
    }
}
