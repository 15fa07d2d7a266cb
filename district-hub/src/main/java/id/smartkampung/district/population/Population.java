package id.smartkampung.district.population;

import id.smartkampung.district.store.Differences;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many people of each sex have which code of each trait; or by how many there are more or less. */
public final class Population {

    private static final int SEXES = 3;

    private final Map<Trait, long[]> amounts = new EnumMap<>(Trait.class);

    Population() {}

    /** People by their profiles, as old as they are on a day. */
    static Population of(Differences profiles, LocalDate day, Set<Trait> traits) {
        Population people = new Population();
        profiles.byCategory().forEach((spelled, times) -> people.count(Profile.of(spelled), day, times, traits));
        return people;
    }

    public static Population sum(Collection<Population> parts) {
        Population sum = new Population();
        for (Population part : parts) {
            part.amounts.forEach((trait, counted) -> {
                for (int i = 0; i < counted.length; i++) {
                    if (counted[i] != 0) {
                        sum.add(trait, i, counted[i]);
                    }
                }
            });
        }
        return sum;
    }

    void count(Profile person, LocalDate day, long times, Set<Trait> traits) {
        int age = person.ageOn(day);
        int sex = person.code(Profile.Field.SEX);
        for (Trait trait : traits) {
            add(trait, trait.codeOf(person, age) * SEXES + sex, times);
        }
    }

    /** Adds people of a sex, null where it is not recorded. */
    public Population plus(Trait trait, int code, Sex sex, long times) {
        add(trait, place(code, sex), times);
        return this;
    }

    private void add(Trait trait, int place, long times) {
        long[] counted = amounts.computeIfAbsent(trait, some -> new long[SEXES]);
        if (counted.length <= place) {
            counted = Arrays.copyOf(counted, Math.max(place + 1, counted.length * 2));
            amounts.put(trait, counted);
        }
        counted[place] += times;
    }

    /** People of a sex, null where it is not recorded. */
    public long of(Trait trait, int code, Sex sex) {
        long[] counted = amounts.get(trait);
        int place = place(code, sex);
        return counted == null || counted.length <= place ? 0 : counted[place];
    }

    /** People of all sexes. */
    public long of(Trait trait, int code) {
        return of(trait, code, null) + of(trait, code, Sex.MALE) + of(trait, code, Sex.FEMALE);
    }

    /** All people, as far as a trait was read. */
    public long all(Trait trait) {
        return Arrays.stream(amounts.getOrDefault(trait, new long[0])).sum();
    }

    /** The number of men, women and others, as {@code M}, {@code F} and {@code ?}; sexes without any are left out. */
    Differences bySex() {
        Map<String, Long> sexes = new HashMap<>();
        long[] counted = amounts.getOrDefault(Trait.AGE, new long[0]);
        for (int i = 0; i < counted.length; i++) {
            sexes.merge("?MF".substring(i % SEXES, i % SEXES + 1), counted[i], Long::sum);
        }
        return new Differences(sexes).plus(Differences.NONE);
    }

    /** The numbers of each trait as the tables have them; traits without any are left out. */
    Map<Trait, String> written() {
        Map<Trait, String> written = new EnumMap<>(Trait.class);
        amounts.forEach((trait, counted) -> {
            int size = counted.length;
            while (size > 0 && counted[size - 1] == 0) {
                size--;
            }
            if (size > 0) {
                written.put(trait, array(counted, size));
            }
        });
        return written;
    }

    /** Takes numbers as the tables have them. */
    void read(Trait trait, List<Integer> counted) {
        for (int i = 0; i < counted.size(); i++) {
            if (counted.get(i) != 0) {
                add(trait, i, counted.get(i));
            }
        }
    }

    private static String array(long[] counted, int size) {
        StringBuilder array = new StringBuilder(size * 2 + 2).append('{');
        for (int i = 0; i < size; i++) {
            array.append(i == 0 ? "" : ",").append(counted[i]);
        }
        return array.append('}').toString();
    }

    private static int place(int code, Sex sex) {
        return code * SEXES + (sex == null ? 0 : sex.code());
    }
}
