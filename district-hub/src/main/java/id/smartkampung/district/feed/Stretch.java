package id.smartkampung.district.feed;

import java.util.List;

/**
 * A part of the feed.
 *
 * @param more whether there is more already behind it
 * @param personal whether it tells of persons
 */
record Stretch(List<Line> lines, FeedCursor cursor, boolean more, boolean personal) {

    /** One thing that is told, as JSON on one line. */
    record Line(String kind, String json) {}

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
