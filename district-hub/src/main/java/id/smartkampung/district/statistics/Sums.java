package id.smartkampung.district.statistics;

import id.smartkampung.model.request.RequestState;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The totals of a village, or of an area as the sum of its villages.
 *
 * @param unknown people whose sex is not recorded
 * @param requests all requests by the state that they are in now
 * @param today requests that came in since midnight
 * @param month requests that came in during the last thirty days, today included
 */
public record Sums(
        long men, long women, long unknown, long families, Map<RequestState, Long> requests, long today, long month) {

    public static final Sums NONE = new Sums(0, 0, 0, 0, Map.of(), 0, 0);

    public static Sums of(Collection<Sums> parts) {
        return parts.stream().reduce(NONE, Sums::plus);
    }

    public Sums plus(Sums other) {
        Map<RequestState, Long> both = new EnumMap<>(RequestState.class);
        both.putAll(requests);
        other.requests.forEach((state, amount) -> both.merge(state, amount, Long::sum));
        return new Sums(
                men + other.men,
                women + other.women,
                unknown + other.unknown,
                families + other.families,
                both,
                today + other.today,
                month + other.month);
    }

    public long people() {
        return men + women + unknown;
    }

    /** Requests on which somebody still has to work. */
    public long open() {
        return requests.entrySet().stream()
                .filter(entry -> !entry.getKey().isFinal())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Of those {@link #open()}, how many are in which state; states without any are left out. */
    public List<InState> openParts() {
        return parts().stream().filter(part -> !part.state().isFinal()).toList();
    }

    public List<RequestState> states() {
        return List.of(RequestState.values());
    }

    /** How long the bar of a state is beside the others, in hundredths. */
    public long share(RequestState state) {
        long most = requests.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return most == 0 ? 0 : Math.round(100.0 * inState(state) / most);
    }

    /** How many requests are in which state; states without any are left out. */
    public List<InState> parts() {
        return requests.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> new InState(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(InState::state))
                .toList();
    }

    /** With one decimal; zero where there is no family. */
    public double peoplePerFamily() {
        return families == 0 ? 0 : Math.round(10.0 * people() / families) / 10.0;
    }

    /** How many requests are in a state. */
    public record InState(RequestState state, long amount) {}

    public long awaitingSignature() {
        return inState(RequestState.AWAITING_SIGNATURE);
    }

    public long inState(RequestState state) {
        return requests.getOrDefault(state, 0L);
    }
}
