package id.smartkampung.deploy.population;

import id.smartkampung.deploy.chance.Choice;
import id.smartkampung.deploy.chance.Quota;
import id.smartkampung.deploy.chance.Random64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Forms families: couples and people who live without a partner become heads, then children, parents and other relatives
 * join where their ages fit, until each family has the size that the recipe gave it.
 */
final class Families {

    private static final int HEAD_FROM = 19;

    private final Random64 random;
    private final Choice<int[]> sizes;

    Families(Choice<int[]> sizes, Random64 random) {
        this.sizes = sizes;
        this.random = random;
    }

    List<Group> form(List<Draft> people) {
        List<Draft> husbands = marry(people);
        List<Integer> bySize = sizesFor(people.size());
        List<Group> groups = heads(people, husbands, bySize);
        List<Draft> rest = people.stream()
                .filter(person -> person.relationship == null)
                .collect(Collectors.toCollection(ArrayList::new));
        new Lodging(groups, random).lodge(rest);
        return groups;
    }

    /** Pairs married men and women in the order of their ages, women about three years younger; returns the husbands. */
    private List<Draft> marry(List<Draft> people) {
        List<Draft> men = people.stream()
                .filter(person -> person.isMarried() && !person.isWoman())
                .collect(Collectors.toCollection(ArrayList::new));
        List<Draft> women = people.stream()
                .filter(person -> person.isMarried() && person.isWoman())
                .collect(Collectors.toCollection(ArrayList::new));
        // Whoever is too many has a partner elsewhere. The lists are in random order.
        int couples = Math.min(men.size(), women.size());
        List<Draft> husbands = inOrder(men.subList(0, couples), 0);
        List<Draft> wives = inOrder(women.subList(0, couples), 1500);
        for (int i = 0; i < couples; i++) {
            Draft husband = husbands.get(i);
            husband.spouse = wives.get(i);
            wives.get(i).spouse = husband;
        }
        return husbands;
    }

    private List<Draft> inOrder(List<Draft> people, int noiseDays) {
        Map<Draft, Long> keys = people.stream()
                .collect(Collectors.toMap(
                        person -> person,
                        person -> person.bornOn.toEpochDay() + random.between(-noiseDays, noiseDays)));
        List<Draft> ordered = new ArrayList<>(people);
        ordered.sort(Comparator.comparing(keys::get));
        return ordered;
    }

    /** Sizes of families, ascending, that add up to the number of people: the last one drawn is cut. */
    private List<Integer> sizesFor(int residents) {
        long[] weights = sizes.weights();
        long families = 0;
        long people = 0;
        for (int i = 0; i < weights.length; i++) {
            int[] range = sizes.things().get(i);
            families += 2 * weights[i];
            people += weights[i] * (range[0] + range[1]);
        }
        int[] quota = Quota.split((int) (residents * families / people) + 1, weights);
        List<Integer> drawn = new ArrayList<>();
        for (int i = 0; i < quota.length; i++) {
            int[] range = sizes.things().get(i);
            for (int n = 0; n < quota[i]; n++) {
                drawn.add(random.between(range[0], range[1]));
            }
        }
        random.shuffle(drawn);
        List<Integer> taken = new ArrayList<>();
        int left = residents;
        for (int i = 0; left > 0; i++) {
            int size = Math.min(left, i < drawn.size() ? drawn.get(i) : 3);
            taken.add(size);
            left -= size;
        }
        taken.sort(Comparator.naturalOrder());
        return taken;
    }

    private List<Group> heads(List<Draft> people, List<Draft> husbands, List<Integer> bySize) {
        int roomForCouples = (int) bySize.stream().filter(size -> size >= 2).count();
        List<Draft> couples = new ArrayList<>(husbands);
        couples.sort(Comparator.comparing((Draft husband) -> husband.bornOn));
        couples = new ArrayList<>(couples.subList(0, Math.min(couples.size(), roomForCouples)));
        List<Draft> alone = withoutPartner(people);
        int wanted = bySize.size() - couples.size();
        List<Draft> aloneHeads = alone.subList(0, Math.min(wanted, alone.size()));
        List<Integer> fitted = fitted(bySize, couples.size() + aloneHeads.size());

        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < aloneHeads.size(); i++) {
            groups.add(new Group(aloneHeads.get(i), fitted.get(i)));
        }
        List<Draft> fullest = byExpectedChildren(couples);
        for (int i = 0; i < fullest.size(); i++) {
            groups.add(new Group(fullest.get(i), fitted.get(aloneHeads.size() + i)));
        }
        random.shuffle(groups);
        return groups;
    }

    /** Who could head a family without a partner, the likeliest first: the widowed and divorced, then older singles. */
    private List<Draft> withoutPartner(List<Draft> people) {
        List<Draft> alone = people.stream()
                .filter(person -> person.spouse == null && person.age >= HEAD_FROM)
                .collect(Collectors.toCollection(ArrayList::new));
        Map<Draft, Integer> keys = alone.stream()
                .collect(Collectors.toMap(person -> person, person -> random.nextInt(1000) + reluctance(person)));
        alone.sort(Comparator.comparing(keys::get));
        return alone;
    }

    private static int reluctance(Draft person) {
        if (person.age >= 80) {
            return 900;
        }
        if (!person.isSingle()) {
            return 0;
        }
        return person.age >= 30 ? 700 : 1500;
    }

    /** Where too few can be heads, the smallest families are dissolved into the largest. */
    private static List<Integer> fitted(List<Integer> bySize, int heads) {
        if (heads == 0) {
            throw new IllegalArgumentException("nobody is old enough to head a family");
        }
        List<Integer> fitted = new ArrayList<>(bySize.subList(bySize.size() - heads, bySize.size()));
        int over = IntStream.range(0, bySize.size() - heads).map(bySize::get).sum();
        for (int i = 0; i < over; i++) {
            int at = fitted.size() - 1 - i % fitted.size();
            fitted.set(at, fitted.get(at) + 1);
        }
        return fitted;
    }

    /** Couples in ascending order of how many live with them: most around the wife's forties. */
    private List<Draft> byExpectedChildren(List<Draft> husbands) {
        Map<Draft, Integer> keys = husbands.stream()
                .collect(Collectors.toMap(
                        husband -> husband, husband -> random.nextInt(25) - Math.abs(husband.spouse.age - 43)));
        List<Draft> ordered = new ArrayList<>(husbands);
        ordered.sort(Comparator.comparing(keys::get));
        return ordered;
    }
}
