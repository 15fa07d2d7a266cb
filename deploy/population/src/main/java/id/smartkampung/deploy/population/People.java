package id.smartkampung.deploy.population;

import id.smartkampung.deploy.chance.Quota;
import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Draws the people of a village by sex and age: exactly as many of each group as the pyramid of the village says. */
final class People {

    /** Women and men marry from 19 (UU 16/2019); older marriages began earlier, hence not the legal age. */
    private static final int MARRIED_FROM = 17;

    private static final int ELDERLY_FROM = 60;

    private final Recipe recipe;
    private final KodeWilayah desa;
    private final Random64 random;

    People(Recipe recipe, KodeWilayah desa, Random64 random) {
        this.recipe = recipe;
        this.desa = desa;
        this.random = random;
    }

    List<Draft> draw(int residents) {
        List<Draft> people = new ArrayList<>(residents);
        int[] counts = countsOf(residents);
        for (int i = 0; i < counts.length; i++) {
            Recipe.AgeGroup group = recipe.pyramid.get(i / 2);
            Sex sex = sexOf(i);
            for (int n = 0; n < counts[i]; n++) {
                int age = random.between(group.from(), group.to());
                people.add(new Draft(sex, age, bornOn(age), maritalStatus(sex, age)));
            }
        }
        random.shuffle(people);
        return people;
    }

    /** Men and women of each age group in turn. A village is a little younger or older than the regency, by its seed. */
    int[] countsOf(int residents) {
        boolean young = recipe.isYoungCoast(desa);
        long[] weights = new long[recipe.pyramid.size() * 2];
        for (int i = 0; i < recipe.pyramid.size(); i++) {
            Recipe.AgeGroup group = recipe.pyramid.get(i);
            double logit = recipe.ageGroupDeviation * random.nearlyNormalThousandths() / 1000;
            if (young) {
                logit += group.from() < 30 ? 0.05 : -0.05;
            }
            double share = group.percent() * StrictMath.exp(logit);
            double men = group.menPerHundredWomen() / (100 + group.menPerHundredWomen());
            weights[2 * i] = Math.round(share * men * 1_000_000);
            weights[2 * i + 1] = Math.round(share * (1 - men) * 1_000_000);
        }
        return Quota.split(residents, weights);
    }

    private static Sex sexOf(int index) {
        return index % 2 == 0 ? Sex.MALE : Sex.FEMALE;
    }

    private MaritalStatus maritalStatus(Sex sex, int age) {
        if (age < MARRIED_FROM) {
            return MaritalStatus.SINGLE;
        }
        // The youngest group of the table begins with 15; its marriages are those of its older years.
        if (age < 20) {
            MaritalStatus drawn = recipe.drawMaritalStatus(sex, age, random);
            return drawn == MaritalStatus.SINGLE ? recipe.drawMaritalStatus(sex, age, random) : drawn;
        }
        return recipe.drawMaritalStatus(sex, age, random);
    }

    /** A day that makes the person this old on the reference date. Old people often know the year of their birth only. */
    private LocalDate bornOn(int age) {
        LocalDate youngest = recipe.referenceDate.minusYears(age);
        if (age >= ELDERLY_FROM && random.nextInt(100) < recipe.anomalies.roundBirthdayPercentOfElderly()) {
            int year = youngest.getYear() - 1;
            return random.nextInt(2) == 0 ? LocalDate.of(year, 7, 1) : LocalDate.of(year, 12, 31);
        }
        LocalDate oldest = recipe.referenceDate.minusYears(age + 1L).plusDays(1);
        int days = (int) (youngest.toEpochDay() - oldest.toEpochDay());
        return oldest.plusDays(random.between(0, days));
    }
}
