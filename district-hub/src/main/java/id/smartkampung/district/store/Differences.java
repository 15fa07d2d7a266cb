package id.smartkampung.district.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** By how much a batch moved the stock of a measure, per category. */
public record Differences(Map<String, Long> byCategory) {

    public static final Differences NONE = new Differences(Map.of());

    public Differences {
        byCategory = Map.copyOf(byCategory);
    }

    public Differences plus(Differences other) {
        Map<String, Long> sum = new HashMap<>(byCategory);
        other.byCategory.forEach((category, amount) -> sum.merge(category, amount, Long::sum));
        sum.values().removeIf(amount -> amount == 0);
        return new Differences(sum);
    }

    static Differences of(PreparedStatement statement) throws SQLException {
        Map<String, Long> byCategory = new HashMap<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                byCategory.put(rows.getString(1), rows.getLong(2));
            }
        }
        return new Differences(byCategory);
    }
}
