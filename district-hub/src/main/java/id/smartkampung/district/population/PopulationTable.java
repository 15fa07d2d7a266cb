package id.smartkampung.district.population;

import id.smartkampung.district.store.Differences;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The stored population of a village and the day of its ages; whoever writes it holds the row of that day locked. */
final class PopulationTable {

    private PopulationTable() {}

    /**
     * Locks the population of a village and says on which day people are as old as it says. One that was never counted is
     * counted now, from the rows as they are, as of today: the answer is empty then, and nothing is left to be moved.
     */
    static Optional<LocalDate> lock(Connection connection, NodeId node, LocalDate today) throws SQLException {
        Optional<LocalDate> day = locked(connection, node);
        if (day.isPresent()) {
            return day;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into population_day (node, as_of) values (?, ?) on conflict do nothing")) {
            insert.setString(1, node.value());
            insert.setObject(2, today);
            if (insert.executeUpdate() == 0) {
                return locked(connection, node);
            }
        }
        add(connection, node, Population.of(profiles(connection, node), today, Trait.ALL));
        return Optional.empty();
    }

    private static Optional<LocalDate> locked(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select as_of from population_day where node = ? for update")) {
            select.setString(1, node.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, LocalDate.class)) : Optional.empty();
            }
        }
    }

    static void stand(Connection connection, NodeId node, LocalDate day) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update population_day set as_of = ? where node = ?")) {
            update.setObject(1, day);
            update.setString(2, node.value());
            update.executeUpdate();
        }
    }

    static void add(Connection connection, NodeId node, Population difference) throws SQLException {
        Map<Trait, String> written = difference.written();
        if (written.isEmpty()) {
            return;
        }
        try (PreparedStatement upsert = connection.prepareStatement("""
                        insert into population as p (node, trait, amounts)
                        select ?, trait, cast(amounts as int[]) from unnest(?::text[], ?::text[]) as d(trait, amounts)
                        on conflict (node, trait) do update set amounts = (
                            select array_agg(coalesce(was, 0) + coalesce(more, 0) order by place)
                            from unnest(p.amounts, excluded.amounts) with ordinality as u(was, more, place))
                        """)) {
            upsert.setString(1, node.value());
            upsert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", written.keySet().stream().map(Trait::stored).toArray()));
            upsert.setArray(3, connection.createArrayOf("text", written.values().toArray()));
            upsert.executeUpdate();
        }
    }

    static void replace(Connection connection, NodeId node, Population counted) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from population where node = ?")) {
            delete.setString(1, node.value());
            delete.executeUpdate();
        }
        add(connection, node, counted);
    }

    /** Everybody who counts. */
    static Differences profiles(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select %s, count(*) from resident r where r.node = ? and r.base_status = 1 group by 1
                        """.formatted(Profile.SQL.formatted("r")))) {
            select.setString(1, node.value());
            return read(select);
        }
    }

    /** Everybody who counts and was born on one of some days of the year, such as 229 for 29 February. */
    static Differences bornOn(Connection connection, NodeId node, Collection<Short> days) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                        select %s, count(*) from resident r
                        where r.node = ? and r.base_status = 1 and r.born_on is not null
                            and cast(extract(month from born_on) * 100 + extract(day from born_on) as smallint) = any(?)
                        group by 1
                        """.formatted(Profile.SQL.formatted("r")))) {
            select.setString(1, node.value());
            select.setArray(2, connection.createArrayOf("int2", days.toArray()));
            return read(select);
        }
    }

    /** Keeps the population as it stood at the end of a month; a month that was kept before stays as it was. */
    static void close(Connection connection, NodeId node, YearMonth month) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                        insert into population_month (month, node, trait, amounts)
                        select ?, node, trait, amounts from population where node = ?
                        union all
                        select ?, node, 'families', array[cast(amount as int)]
                        from stock where node = ? and measure = 'families'
                        on conflict do nothing
                        """)) {
            insert.setObject(1, month.atDay(1));
            insert.setString(2, node.value());
            insert.setObject(3, month.atDay(1));
            insert.setString(4, node.value());
            insert.executeUpdate();
        }
    }

    private static Differences read(PreparedStatement select) throws SQLException {
        Map<String, Long> profiles = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                profiles.put(row.getString(1), row.getLong(2));
            }
        }
        return new Differences(profiles);
    }
}
