package id.smartkampung.district.feed;

import id.smartkampung.district.feed.FeedQueries.Head;
import id.smartkampung.district.feed.FeedQueries.RowKey;
import id.smartkampung.district.feed.FeedQueries.Step;
import id.smartkampung.district.feed.FeedQueries.Wish;
import id.smartkampung.district.feed.Reach.Part;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.log.LogPosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes one stretch of the feed of what one snapshot of the database holds. */
final class FeedReader {

    private static final int LATE_AT_ONCE = 50;

    private final Connection connection;
    private final Part part;
    private final boolean thin;
    private final Told told = new Told();
    /** By kind first: an id is one of its table only. */
    private final Map<RowType, Map<RowKey, String>> rows = new EnumMap<>(RowType.class);

    private boolean personal;

    private FeedReader(Connection connection, Part part, boolean thin) {
        this.connection = connection;
        this.part = part;
        this.thin = thin;
    }

    /**
     * Reads behind a cursor within the snapshot of the caller.
     *
     * @param limit positions at most, told or passed over
     * @param thin whether rows are left out
     * @return empty when the cursor is ahead of this database, which was put back then
     */
    static Optional<Stretch> read(
            Connection connection, Part part, FeedCursor after, int limit, boolean thin, Instant now)
            throws SQLException {
        List<Head> heads = FeedQueries.heads(connection).stream()
                .filter(head -> part.contains(head.desa()))
                .toList();
        FeedCursor from = knowing(after, heads);
        if (heads.stream().anyMatch(head -> isAhead(from.place(head.node()), head.end()))) {
            return Optional.empty();
        }
        return Optional.of(new FeedReader(connection, part, thin).read(heads, from, limit, now));
    }

    /** Who begins with a village reads everything of it as it is now, and needs no late changes of before. */
    private static FeedCursor knowing(FeedCursor after, List<Head> heads) {
        TreeMap<String, Place> places = new TreeMap<>(after.places());
        heads.forEach(head ->
                places.putIfAbsent(head.node(), Place.START.late(head.end().late())));
        return new FeedCursor(after.madeAt(), places);
    }

    private static boolean isAhead(Place place, Place end) {
        return place.position().compareTo(end.position()) > 0 || place.late() > end.late();
    }

    private Stretch read(List<Head> heads, FeedCursor after, int limit, Instant now) throws SQLException {
        List<Wish> wishes = Shares.of(heads, after, limit);
        List<Wish> lateWishes = heads.stream()
                .filter(head -> head.end().late() > after.place(head.node()).late())
                .map(head -> new Wish(head.node(), after.place(head.node()), LATE_AT_ONCE))
                .limit(limit)
                .toList();
        Map<String, List<Step>> inTurn = byNode(FeedQueries.inTurn(connection, wishes));
        Map<String, List<Step>> late = byNode(FeedQueries.late(connection, lateWishes));
        fetch(Stream.concat(inTurn.values().stream(), late.values().stream()).flatMap(List::stream));
        Map<String, Wish> wished = wishes.stream().collect(Collectors.toMap(Wish::node, wish -> wish));
        TreeMap<String, Place> places = new TreeMap<>(after.places());
        boolean more = false;
        for (Head head : heads) {
            Place place = after.place(head.node());
            if (wished.containsKey(head.node())) {
                place = tell(head, place, inTurn.getOrDefault(head.node(), List.of()));
            }
            place = tellLate(head, place, late.getOrDefault(head.node(), List.of()));
            places.put(head.node(), place);
            more |= !place.equals(head.end());
        }
        return new Stretch(told.lines(), new FeedCursor(now, places), more, personal);
    }

    private Place tell(Head head, Place place, List<Step> steps) throws SQLException {
        told.begin(head.node(), head.desa(), place.position());
        LogPosition before = place.position();
        for (Step step : steps) {
            if (step.emptied() && step.position().epoch() == before.epoch()) {
                told.missing(step.position());
            } else {
                told.advance(step.position());
                tell(step);
            }
            before = step.position();
        }
        LogPosition end = told.end();
        // Applied, and yet there is no event: what is no longer kept is said, not passed over.
        if (steps.isEmpty() && end.epoch() == head.end().position().epoch()) {
            told.missing(head.end().position());
            end = head.end().position();
        }
        return place.at(end);
    }

    private Place tellLate(Head head, Place place, List<Step> steps) throws SQLException {
        Place after = place;
        told.begin(head.node(), head.desa(), place.position());
        for (Step step : steps) {
            if (isSeen(step)) {
                tell(step);
            }
            after = after.late(step.late());
        }
        return after;
    }

    private void tell(Step step) throws SQLException {
        Optional<RowKey> key = key(step);
        if (key.isPresent()) {
            RowType type = type(step).orElseThrow();
            personal |= type.isPersonal();
            told.change(step, rows.getOrDefault(type, Map.of()).get(key.get()), thin);
        } else if (step.chunk() != null && isSeen(step)) {
            rebuild(step, step.chunk());
        } else {
            told.skip();
        }
    }

    private boolean isSeen(Step step) {
        if (step.chunk() != null) {
            return type(step.chunk().table()).isPresent();
        }
        return key(step).isPresent();
    }

    private void rebuild(Step step, SnapshotChunk chunk) throws SQLException {
        RowType type = type(chunk.table()).orElseThrow();
        personal |= type.isPersonal();
        if (chunk.bucket() != null) {
            List<String> all = FeedQueries.bucket(connection, type, part.open(), step.node(), chunk.bucket());
            told.rebuild(step, type, chunk.bucket(), all, List.of());
            return;
        }
        Set<UUID> ids = new HashSet<>(chunk.absent());
        Stream.of(chunk.residents(), chunk.families(), chunk.requests(), chunk.mutations())
                .flatMap(List::stream)
                .forEach(row -> ids.add(row.subject().id()));
        List<RowKey> keys = ids.stream().map(id -> new RowKey(step.node(), id)).toList();
        Map<RowKey, String> found = FeedQueries.rows(connection, type, part.open(), keys);
        List<UUID> absent = keys.stream()
                .filter(key -> !found.containsKey(key))
                .map(RowKey::id)
                .toList();
        told.rebuild(step, type, null, found.values(), absent);
    }

    /** Reads the present rows of all that will be told, with one question for each kind. */
    private void fetch(Stream<Step> steps) throws SQLException {
        if (thin) {
            return;
        }
        Map<RowType, Set<RowKey>> wanted = new EnumMap<>(RowType.class);
        steps.forEach(step -> key(step)
                .ifPresent(key -> wanted.computeIfAbsent(type(step).orElseThrow(), type -> new HashSet<>())
                        .add(key)));
        for (Map.Entry<RowType, Set<RowKey>> entry : wanted.entrySet()) {
            List<RowKey> keys = new ArrayList<>(entry.getValue());
            rows.put(entry.getKey(), FeedQueries.rows(connection, entry.getKey(), part.open(), keys));
        }
    }

    /** The row that a step is about; empty when it is about none that this follower sees. */
    private Optional<RowKey> key(Step step) {
        if (type(step).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RowKey(step.node(), Subject.parse(step.subject()).id()));
        } catch (IllegalArgumentException e) {
            // An event with such a subject is parked, and becomes no row.
            return Optional.empty();
        }
    }

    private Optional<RowType> type(Step step) {
        int slash = step.subject().indexOf('/');
        return slash < 0 ? Optional.empty() : type(step.subject().substring(0, slash));
    }

    private Optional<RowType> type(String table) {
        return RowType.ofTable(table).filter(part.types()::contains);
    }

    private static Map<String, List<Step>> byNode(List<Step> steps) {
        return steps.stream().collect(Collectors.groupingBy(Step::node));
    }
}
