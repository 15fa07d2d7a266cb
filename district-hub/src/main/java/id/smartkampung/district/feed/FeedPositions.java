package id.smartkampung.district.feed;

import id.smartkampung.district.feed.FeedQueries.Head;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;

/** Gives out the cursor that continues a copy of the rows. */
@ApplicationScoped
public class FeedPositions {

    private final FeedSecret secret;
    private final Clock clock;

    FeedPositions(FeedSecret secret, Clock clock) {
        this.secret = secret;
        this.clock = clock;
    }

    /** Of villages as they stand in the snapshot from which the rows are read. */
    public String cursor(List<Head> heads) {
        TreeMap<String, Place> places = new TreeMap<>();
        heads.forEach(head -> places.put(head.node(), head.end()));
        return new FeedCursor(clock.instant(), places).text(secret.value());
    }
}
