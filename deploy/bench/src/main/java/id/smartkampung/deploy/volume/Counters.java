package id.smartkampung.deploy.volume;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Gives the numbers of each year, behind those that a village has given already, and tells it how far they went. */
final class Counters {

    private final String keep;
    private final String scope;
    private final Map<Integer, Integer> last = new TreeMap<>();

    Counters(String keep, String scope) {
        this.keep = keep;
        this.scope = scope;
    }

    static Counters ofRequests(Connection village) throws SQLException {
        Counters counters = new Counters("""
                insert into request_counter (year, last) values (?, ?)
                on conflict (year) do update set last = excluded.last
                """, null);
        counters.read(village, "select year, last from request_counter");
        return counters;
    }

    static Counters ofLetters(Connection village, String scope) throws SQLException {
        Counters counters = new Counters("""
                insert into letter_counter (year, last, scope) values (?, ?, ?)
                on conflict (scope, year) do update set last = excluded.last
                """, scope);
        counters.read(village, "select year, last from letter_counter where scope = ?");
        return counters;
    }

    int next(int year) {
        return last.merge(year, 1, Integer::sum);
    }

    void keep(Connection village) throws SQLException {
        try (PreparedStatement upsert = village.prepareStatement(keep)) {
            for (Map.Entry<Integer, Integer> year : last.entrySet()) {
                upsert.setInt(1, year.getKey());
                upsert.setInt(2, year.getValue());
                if (scope != null) {
                    upsert.setString(3, scope);
                }
                upsert.executeUpdate();
            }
        }
    }

    private void read(Connection village, String query) throws SQLException {
        try (PreparedStatement select = village.prepareStatement(query)) {
            if (scope != null) {
                select.setString(1, scope);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last.put(row.getInt(1), row.getInt(2));
                }
            }
        }
    }
}
