package id.smartkampung.district.store;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.NodeId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The consolidated table of one kind of subject, written in sets.
 *
 * <p>The guard of each row is the position of the last event applied to it, not a version: a subject that was removed
 * and entered again begins its versions anew. A removed subject leaves its position in {@code removed_subject}.
 */
public final class SubjectTable<E extends VillageEvent> {

    /** From so many on it pays to ask which of them are new. */
    private static final int MANY = 200;

    private final String kind;
    private final List<Column<E>> columns;
    private final Function<E, String> countedAs;
    private final String known;
    private final String add;
    private final String batch;
    private final String copy;
    private final String upsert;
    private final String remove;

    /**
     * @param kind name of the table, and of the kind in subjects
     * @param columns all but node, id, epoch and seq
     * @param category SQL over a row {@code %1$s}: the category it counts in, or null when it does not count
     * @param countedAs the same of an event; the recount holds both against the rows
     */
    public SubjectTable(String kind, String category, Function<E, String> countedAs, List<Column<E>> columns) {
        this.kind = kind;
        this.columns = List.copyOf(columns);
        this.countedAs = countedAs;
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String excluded =
                columns.stream().map(column -> "excluded." + column.name()).collect(Collectors.joining(", "));
        known = """
                select id from %1$s where node = ? and id = any(?)
                union
                select id from removed_subject where node = ? and kind = '%1$s' and id = any(?)
                """.formatted(kind);
        add = "copy %s (node, id, epoch, seq, %s) from stdin (format binary)".formatted(kind, names);
        batch = """
                create temporary table if not exists %1$s_batch on commit delete rows
                as select id, epoch, seq, %2$s from %1$s with no data;
                delete from %1$s_batch""".formatted(kind, names);
        copy = "copy %s_batch (id, epoch, seq, %s) from stdin (format binary)".formatted(kind, names);
        upsert = """
                with moved as (
                    insert into %1$s as t (node, id, epoch, seq, %2$s)
                    select ?, id, epoch, seq, %2$s
                    from %1$s_batch b
                    where not exists (
                        select from removed_subject r
                        where r.node = ? and r.kind = '%1$s' and r.id = b.id and (r.epoch, r.seq) > (b.epoch, b.seq))
                    on conflict (node, id) do update
                    set (epoch, seq, %2$s) = (excluded.epoch, excluded.seq, %3$s)
                    where (t.epoch, t.seq) < (excluded.epoch, excluded.seq)
                    returning %4$s as was, %5$s as is_now)
                select category, sum(amount)
                from (select was, -1 from moved union all select is_now, 1 from moved) as d(category, amount)
                where category is not null
                group by category
                having sum(amount) <> 0
                """.formatted(kind, names, excluded, category.formatted("old"), category.formatted("new"));
        remove = """
                with removal as (
                    select * from unnest(?::uuid[], ?::int[], ?::bigint[]) as r(id, epoch, seq)),
                tombstone as (
                    insert into removed_subject as s (node, kind, id, epoch, seq)
                    select ?, '%1$s', id, epoch, seq from removal
                    on conflict (node, kind, id) do update
                    set (epoch, seq) = (excluded.epoch, excluded.seq)
                    where (s.epoch, s.seq) < (excluded.epoch, excluded.seq)),
                moved as (
                    delete from %1$s t using removal r
                    where t.node = ? and t.id = r.id and (t.epoch, t.seq) < (r.epoch, r.seq)
                    returning %2$s as was)
                select was, -count(*) from moved where was is not null group by was
                """.formatted(kind, category.formatted("t"));
    }

    /** Writes the last state of each subject; at most one event of a subject may be among them. */
    public Differences record(Connection connection, NodeId node, Collection<Applied<E>> events) throws SQLException {
        List<Applied<E>> rows = inOrderOfKey(events);
        if (rows.size() < MANY) {
            return merge(connection, node, rows);
        }
        Set<UUID> known = known(connection, node, rows);
        Map<Boolean, List<Applied<E>>> parts = rows.stream()
                .collect(Collectors.partitioningBy(
                        row -> known.contains(row.event().subject().id())));
        return add(connection, node, parts.get(false)).plus(merge(connection, node, parts.get(true)));
    }

    /** Those that are held or were removed; of the others nothing can be newer. */
    private Set<UUID> known(Connection connection, NodeId node, List<Applied<E>> rows) throws SQLException {
        Array ids = connection.createArrayOf(
                "uuid", rows.stream().map(row -> row.event().subject().id()).toArray(UUID[]::new));
        try (PreparedStatement select = connection.prepareStatement(known)) {
            select.setString(1, node.value());
            select.setArray(2, ids);
            select.setString(3, node.value());
            select.setArray(4, ids);
            try (ResultSet row = select.executeQuery()) {
                Set<UUID> found = new HashSet<>();
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    /** Writes new subjects straight into the table, as fast as PostgreSQL can; the lock of the cursor keeps them new. */
    private Differences add(Connection connection, NodeId node, List<Applied<E>> events) throws SQLException {
        if (events.isEmpty()) {
            return Differences.NONE;
        }
        Map<String, Long> counted = new HashMap<>();
        try (CopyRows rows = CopyRows.into(connection, add, columns.size() + 4)) {
            for (Applied<E> event : events) {
                rows.beginRow();
                rows.text(node.value());
                write(rows, event);
                String category = countedAs.apply(event.event());
                if (category != null) {
                    counted.merge(category, 1L, Long::sum);
                }
            }
            rows.finish();
        }
        return new Differences(counted);
    }

    private Differences merge(Connection connection, NodeId node, List<Applied<E>> events) throws SQLException {
        if (events.isEmpty()) {
            return Differences.NONE;
        }
        fill(connection, events);
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            statement.setString(1, node.value());
            statement.setString(2, node.value());
            return Differences.of(statement);
        }
    }

    /** Puts the rows where the statements read them. */
    private void fill(Connection connection, List<Applied<E>> events) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(batch);
        }
        try (CopyRows rows = CopyRows.into(connection, copy, columns.size() + 3)) {
            for (Applied<E> event : events) {
                rows.beginRow();
                write(rows, event);
            }
            rows.finish();
        }
    }

    private void write(CopyRows rows, Applied<E> event) {
        rows.uuid(event.event().subject().id());
        rows.integer(event.position().epoch());
        rows.bigint(event.position().sequence());
        for (Column<E> column : columns) {
            column.writer().accept(rows, event.event());
        }
    }

    private static <E extends VillageEvent> List<Applied<E>> inOrderOfKey(Collection<Applied<E>> events) {
        return events.stream()
                .sorted(Comparator.comparing(event -> event.event().subject().id(), KeyOrder.UUIDS))
                .toList();
    }

    /** Removes subjects and leaves their positions. */
    public Differences remove(Connection connection, NodeId node, Collection<? extends Applied<?>> removals)
            throws SQLException {
        if (removals.isEmpty()) {
            return Differences.NONE;
        }
        try (PreparedStatement statement = connection.prepareStatement(remove)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            removals.stream()
                                    .map(removal -> removal.event().subject().id())
                                    .toArray(UUID[]::new)));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int4",
                            removals.stream()
                                    .map(removal -> removal.position().epoch())
                                    .toArray(Integer[]::new)));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "int8",
                            removals.stream()
                                    .map(removal -> removal.position().sequence())
                                    .toArray(Long[]::new)));
            statement.setString(4, node.value());
            statement.setString(5, node.value());
            return Differences.of(statement);
        }
    }

    /** The names of the columns beyond node, id, epoch and seq. */
    public List<String> columns() {
        return columns.stream().map(Column::name).toList();
    }

    @Override
    public String toString() {
        return kind;
    }
}
