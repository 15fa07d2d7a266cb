package id.smartkampung.district.feed;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.feed.FeedQueries.Head;
import id.smartkampung.district.feed.Reach.Part;
import id.smartkampung.district.feed.Stretch.Line;
import id.smartkampung.web.error.RefusedException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Lets another part of the hub follow the feed for somebody, and keep the place as text. */
@ApplicationScoped
public class FeedTail {

    private static final int GONE = 410;

    private final AgroalDataSource database;
    private final FeedService feed;
    private final FeedPositions positions;
    private final FeedSecret secret;
    private final Clock clock;

    FeedTail(AgroalDataSource database, FeedService feed, FeedPositions positions, FeedSecret secret, Clock clock) {
        this.database = database;
        this.feed = feed;
        this.positions = positions;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * What came behind a place.
     *
     * @param lines as the feed tells them without rows, each a JSON object
     * @param cursor the place behind them
     * @param moved whether that is another place; what is passed over moves it without a line
     * @param more whether there is more already
     */
    public record News(List<String> lines, String cursor, boolean moved, boolean more) {}

    /** Reads on the snapshot of a connection. */
    @FunctionalInterface
    private interface Read<T> {

        T on(Connection connection) throws SQLException;
    }

    /**
     * Where to begin.
     *
     * @param after a cursor that a caller brings; null for the present ends of the logs
     * @throws RefusedException when it is none of ours, too old, or ahead of this hub
     */
    public String begin(Part part, String after) {
        if (after == null || after.isBlank()) {
            return inSnapshot(connection -> positions.cursor(heads(connection, part)));
        }
        String cursor = feed.text(feed.cursor(after));
        if (read(part, cursor, 1).isEmpty()) {
            throw new RefusedException(GONE, "api.cursor-ahead");
        }
        return cursor;
    }

    /**
     * The next changes without their rows.
     *
     * @param limit positions at most, told or passed over
     * @return empty when the place is ahead of this database, which was put back then
     */
    public Optional<News> read(Part part, String cursor, int limit) {
        FeedCursor from = FeedCursor.read(cursor, secret.value()).orElseThrow(Cursor::refused);
        return inSnapshot(connection -> FeedReader.read(connection, part, from, limit, true, clock.instant()))
                .map(stretch -> new News(
                        stretch.lines().stream().map(Line::json).toList(),
                        feed.text(stretch.cursor()),
                        !stretch.cursor().places().equals(from.places()),
                        stretch.more()));
    }

    private static List<Head> heads(Connection connection, Part part) throws SQLException {
        return FeedQueries.heads(connection).stream()
                .filter(head -> part.contains(head.desa()))
                .toList();
    }

    private <T> T inSnapshot(Read<T> read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                FeedQueries.beginSnapshot(connection);
                return read.on(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("the changes of the villages cannot be read", e);
            }
        });
    }
}
