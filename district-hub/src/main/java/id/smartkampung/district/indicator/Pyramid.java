package id.smartkampung.district.indicator;

import id.smartkampung.model.vocabulary.Sex;
import java.util.ArrayList;
import java.util.List;

/**
 * The population pyramid (<i>piramida penduduk</i>): men and women in groups of five years.
 *
 * @param groups from the youngest to the oldest
 * @param unknown people whose age or sex is not recorded, who stand in none of them
 */
public record Pyramid(List<Group> groups, long unknown) {

    private static final int YEARS = 5;
    private static final int LAST = 75;

    /** Of the last group there is no last age: 75 and older. */
    public record Group(int first, Integer last, long men, long women) {

        public long all() {
            return men + women;
        }
    }

    public static Pyramid of(Counts counts) {
        List<Group> groups = new ArrayList<>();
        for (int first = 0; first <= LAST; first += YEARS) {
            Integer last = first == LAST ? null : first + YEARS - 1;
            int end = last == null ? Counts.EVER : last;
            groups.add(new Group(first, last, counts.aged(first, end, Sex.MALE), counts.aged(first, end, Sex.FEMALE)));
        }
        long shown = groups.stream().mapToLong(Group::all).sum();
        return new Pyramid(List.copyOf(groups), counts.all() - shown);
    }

    /** The largest group of one sex. */
    public long most() {
        return groups.stream()
                .mapToLong(group -> Math.max(group.men(), group.women()))
                .max()
                .orElse(0);
    }
}
