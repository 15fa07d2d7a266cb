package id.smartkampung.district.store;

import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.NodeId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The consolidated table of one kind of subject, written in sets.
 *
 * <p>The guard of each row is the position of the last event applied to it, not a version: a subject that was removed
 * and entered again begins its versions anew. A removed subject leaves its position in {@code removed_subject}.
 */
public final class SubjectTable<E extends VillageEvent> {

    private final String kind;
    private final List<Column<E>> columns;
    private final String batch;
    private final String copy;
    private final String upsert;
    private final String remove;
    private final String replace;
    private final String count;

    /**
     * @param kind name of the table, and of the kind in subjects
     * @param columns all but node, id, epoch and seq
     * @param category SQL over a row {@code %1$s}: the category it counts in, or null when it does not count
     */
    public SubjectTable(String kind, String category, List<Column<E>> columns) {
        this.kind = kind;
        this.columns = List.copyOf(columns);
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String excluded =
                columns.stream().map(column -> "excluded." + column.name()).collect(Collectors.joining(", "));
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
        replace = """
                with gone as (
                    delete from %1$s t
                    where t.node = ?
                        and (t.id = any(?)
                            or get_byte(sha256(uuid_send(t.id)), 0) = ?
                                and not exists (select from %1$s_batch b where b.id = t.id))),
                known as (
                    delete from removed_subject r using %1$s_batch b
                    where r.node = ? and r.kind = '%1$s' and r.id = b.id)
                insert into %1$s as t (node, id, epoch, seq, %2$s)
                select ?, id, epoch, seq, %2$s
                from %1$s_batch b
                on conflict (node, id) do update
                set (epoch, seq, %2$s) = (excluded.epoch, excluded.seq, %3$s)
                """.formatted(kind, names, excluded);
        count = """
                select category, count(*)
                from (select %2$s from %1$s t where t.node = ?) as c(category)
                where category is not null
                group by category
                """.formatted(kind, category.formatted("t"));
    }

    /**
     * Writes rows as they are said to be, whatever is held and however new it is. What was held may have been changed
     * without moving the totals, so these are counted anew.
     *
     * @param absent rows that there are not
     * @param bucket of which these are all rows; null when they are not
     * @return how many there are now, by category
     */
    public Differences replace(
            Connection connection, NodeId node, Collection<Applied<E>> rows, Collection<UUID> absent, Integer bucket)
            throws SQLException {
        fill(connection, rows);
        try (PreparedStatement statement = connection.prepareStatement(replace)) {
            statement.setString(1, node.value());
            statement.setArray(2, connection.createArrayOf("uuid", absent.toArray()));
            statement.setObject(3, bucket, Types.INTEGER);
            statement.setString(4, node.value());
            statement.setString(5, node.value());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(count)) {
            statement.setString(1, node.value());
            return Differences.of(statement);
        }
    }

    /** Writes the last state of each subject; at most one event of a subject may be among them. */
    public Differences record(Connection connection, NodeId node, Collection<Applied<E>> events) throws SQLException {
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
    private void fill(Connection connection, Collection<Applied<E>> events) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(batch);
        }
        try (CopyRows rows = CopyRows.into(connection, copy, columns.size() + 3)) {
            for (Applied<E> event : inOrderOfKey(events)) {
                rows.beginRow();
                rows.uuid(event.event().subject().id());
                rows.integer(event.position().epoch());
                rows.bigint(event.position().sequence());
                for (Column<E> column : columns) {
                    column.writer().accept(rows, event.event());
                }
            }
            rows.finish();
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
