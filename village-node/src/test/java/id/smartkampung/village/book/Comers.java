package id.smartkampung.village.book;

import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.register.Resident;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Everybody in the order in which they came, so that a seed gives the same year again: keys are never the same. */
final class Comers {

    private final Map<UUID, Integer> order = new HashMap<>();

    void add(UUID resident) {
        order.put(resident, order.size());
    }

    List<Resident> list(String query, Object... values) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.<Resident>list(query, values)).stream()
                .sorted(Comparator.comparing(one -> order.get(one.id)))
                .toList();
    }

    /** Mutations that hold, the last first. */
    List<Mutation> mutations() {
        return QuarkusTransaction.requiringNew().call(() -> Mutation.<Mutation>list("undoneAt is null")).stream()
                .sorted(Comparator.comparing((Mutation one) -> one.recordedAt)
                        .reversed()
                        .thenComparing(one -> order.get(one.residentId)))
                .toList();
    }
}
