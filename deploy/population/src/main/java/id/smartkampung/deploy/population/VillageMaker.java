package id.smartkampung.deploy.population;

import id.smartkampung.deploy.chance.Choice;
import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.deploy.population.SyntheticVillage.Household;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes one village: people, families, then religion, names, numbers and the lives of each. */
final class VillageMaker {

    private static final int RESIDENTS_PER_RT = 167;
    private static final int RT_PER_RW = 4;

    /** Of a hundred, those whose first NIK was given in the own kecamatan. */
    private static final int REGISTERED_HERE_PERCENT = 96;

    private static final int OWN_RELIGION_PERCENT = 1;

    /** A birthplace outside the regency with its code and how many kecamatan it has. */
    private record Origin(String name, String code, int kecamatan) {}

    private static final List<Origin> ELSEWHERE = List.of(
            new Origin("Jember", "3509", 31),
            new Origin("Bondowoso", "3511", 23),
            new Origin("Situbondo", "3512", 17),
            new Origin("Jembrana", "5101", 5),
            new Origin("Surabaya", "3578", 31));

    /** Common names of hamlets; the main one comes first. */
    private static final List<String> DUSUN =
            List.of("Krajan", "Sumberjo", "Karanganom", "Tegalrejo", "Sidomulyo", "Kebonsari", "Wonosari", "Balerejo");

    private static final List<String> STREETS = List.of(
            "Melati", "Mawar", "Kenanga", "Cempaka", "Kamboja", "Flamboyan", "Anggrek", "Dahlia", "Teratai", "Seruni");

    private final KodeWilayah desa;
    private final Recipe recipe;
    private final Random64 people;
    private final Random64 families;
    private final Random64 numbers;
    private final Random64 places;
    private final Names names;
    private final Lives lives;
    private final Serials serials;
    private final Choice<Religion> religions;

    /**
     * @param serials shared by all who make people of this village, so that no number is given twice
     * @param purpose begins the names of the streams: empty for those who are there at the end
     */
    VillageMaker(long seed, KodeWilayah desa, Recipe recipe, Serials serials, String purpose) {
        this.desa = desa;
        this.recipe = recipe;
        this.serials = serials;
        people = Random64.of(seed, desa, purpose);
        families = Random64.of(seed, desa, purpose + "families");
        numbers = Random64.of(seed, desa, purpose + "numbers");
        places = Random64.of(seed, desa, purpose + "places");
        names = new Names(desa, Random64.of(seed, desa, purpose + "names"));
        lives = new Lives(recipe, desa, names, Random64.of(seed, desa, purpose + "lives"));
        religions = recipe.religions(desa);
    }

    SyntheticVillage make(int residents) {
        List<Draft> drawn = new People(recipe, desa, people).draw(residents);
        List<Group> groups = new Families(recipe.householdSizes, families).form(drawn);
        List<String> dusun = dusun();
        int rts = Math.max(1, Math.round((float) residents / RESIDENTS_PER_RT));
        List<Household> households = new ArrayList<>(groups.size());
        for (int i = 0; i < groups.size(); i++) {
            int rt = (int) ((long) i * rts / groups.size());
            int rw = rt / RT_PER_RW;
            String dusunOfRw = dusun.get((int) ((long) rw * dusun.size() / ((rts - 1) / RT_PER_RW + 1)));
            households.add(household(
                    groups.get(i), dusunOfRw, Serials.digits(rw + 1, 3), Serials.digits(rt % RT_PER_RW + 1, 3)));
        }
        return new SyntheticVillage(desa, List.copyOf(households));
    }

    /** One person more, whose sex, birth, marital status and place in a family are drafted. */
    Person person(Draft draft, Names.Ethnicity ethnicity) {
        if (draft.fullName == null) {
            draft.fullName = names.name(draft, ethnicity);
        }
        register(draft);
        return lives.complete(draft, ethnicity, numbers.nextUuid());
    }

    private Household household(Group group, String dusun, String rw, String rt) {
        Religion religion = religions.draw(numbers);
        for (Draft member : group.members) {
            member.religion = numbers.nextInt(100) < OWN_RELIGION_PERCENT ? religions.draw(numbers) : religion;
        }
        Names.Ethnicity ethnicity = names.ethnicity(religion);
        for (Draft member : group.members) {
            member.fullName = names.name(member, ethnicity);
            register(member);
        }
        lives.marry(group);
        LocalDate issuedOn = issuedOn(group);
        List<Person> members = new ArrayList<>();
        for (Draft member : group.members) {
            members.add(lives.complete(member, ethnicity, numbers.nextUuid()));
        }
        return new Household(
                numbers.nextUuid(),
                serials.noKk(issuedOn),
                "Jl. " + places.oneOf(STREETS) + " No. " + places.between(1, 120),
                dusun,
                rw,
                rt,
                List.copyOf(members));
    }

    /** Birthplace and NIK. The NIK keeps the code of where it was first given and the date that was believed then. */
    private void register(Draft person) {
        String code = serials.ownCode();
        person.bornIn = "Banyuwangi";
        if (numbers.nextInt(100) >= REGISTERED_HERE_PERCENT) {
            Origin origin = numbers.oneOf(ELSEWHERE);
            code = origin.code() + Serials.digits(numbers.between(1, origin.kecamatan()), 2);
            person.bornIn = origin.name();
        }
        if (numbers.perMillion(recipe.anomalies.noNikPerMillion())) {
            return;
        }
        LocalDate believed = person.bornOn;
        if (numbers.perMillion(recipe.anomalies.nikMismatchPerMillion())) {
            believed = believed.minusDays(numbers.between(1, 900));
        }
        person.nik = serials.nik(code, believed, person.isWoman());
    }

    /** A card is renewed with each change in the family; most are of the last years. */
    private LocalDate issuedOn(Group group) {
        LocalDate earliest = LocalDate.of(2011, 1, 1);
        LocalDate adult = group.head.bornOn.plusYears(17);
        LocalDate from = adult.isAfter(earliest) ? adult : earliest;
        int days = (int) (recipe.referenceDate.toEpochDay() - from.toEpochDay());
        return from.plusDays(numbers.between(0, Math.max(0, days)));
    }

    private List<String> dusun() {
        List<String> others = new ArrayList<>(DUSUN.subList(1, DUSUN.size()));
        places.shuffle(others);
        List<String> dusun = new ArrayList<>(List.of(DUSUN.get(0)));
        dusun.addAll(others.subList(0, places.between(2, 4)));
        return dusun;
    }
}
