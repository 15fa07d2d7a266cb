package id.smartkampung.district.feed;

import id.smartkampung.district.feed.FeedQueries.Head;
import id.smartkampung.district.feed.FeedQueries.Wish;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shares one answer out among the villages that have something new, so that one with a long past stops no other. */
final class Shares {

    private Shares() {}

    private record Behind(Head head, Place place, long positions) {}

    /**
     * What is read of which village: who has little is read whole, and what that leaves goes to the others.
     *
     * @param limit positions in all
     */
    static List<Wish> of(List<Head> heads, FeedCursor after, int limit) {
        List<Behind> behind = new ArrayList<>();
        for (Head head : heads) {
            Place place = after.place(head.node());
            long positions = positions(place, head.end(), limit);
            if (positions > 0) {
                behind.add(new Behind(head, place, positions));
            }
        }
        behind.sort(Comparator.comparingLong(Behind::positions));
        List<Wish> wishes = new ArrayList<>();
        long rest = limit;
        int villages = behind.size();
        for (Behind village : behind) {
            long share = Math.min(village.positions(), Math.max(1, rest / villages));
            if (rest < share) {
                break;
            }
            wishes.add(new Wish(village.head().node(), village.place(), Math.toIntExact(share)));
            rest -= share;
            villages--;
        }
        return wishes;
    }

    /** How much there is to read; how long the rest of an older epoch is does not matter, it is enough. */
    private static long positions(Place place, Place end, int limit) {
        if (end.position().epoch() > place.position().epoch()) {
            return limit;
        }
        return Math.min(limit, end.position().sequence() - place.position().sequence());
    }
}
