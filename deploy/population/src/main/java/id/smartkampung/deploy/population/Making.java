package id.smartkampung.deploy.population;

import id.smartkampung.deploy.population.SyntheticVillage.Household;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.LocalDate;
import java.util.List;

/**
 * A village on the reference date, and people who were there before and are no more. All have their numbers from the same
 * serials, and whoever is asked for later changes nothing of those made before.
 */
public final class Making {

    private final long seed;
    private final Recipe recipe;
    private final Serials serials;
    private final SyntheticVillage village;

    Making(long seed, Recipe recipe, Serials serials, KodeWilayah desa, int residents) {
        this.seed = seed;
        this.recipe = recipe;
        this.serials = serials;
        village = new VillageMaker(seed, desa, recipe, serials, "").make(residents);
    }

    public SyntheticVillage village() {
        return village;
    }

    /** What is known beforehand of a person to be made; without a name the person gets one. */
    public record Sketch(
            Sex sex,
            LocalDate bornOn,
            MaritalStatus maritalStatus,
            LocalDate marriedOn,
            Relationship relationship,
            String fullName) {}

    /** More people as they were on a day. */
    public final class Former {

        private final LocalDate day;
        private final VillageMaker maker;

        private Former(LocalDate day, String purpose) {
            this.day = day;
            maker = new VillageMaker(seed, village.kode(), recipe.asOf(day), serials, purpose + " ");
        }

        /** Whole families of so many people together. */
        public List<Household> families(int people) {
            return maker.make(people).households();
        }

        /** One person of the religion and the people (<i>suku</i>) of a relative. */
        public Person person(Sketch sketch, Person relative) {
            int age = Math.max(0, sketch.bornOn().until(day).getYears());
            Draft draft = new Draft(sketch.sex(), age, sketch.bornOn(), sketch.maritalStatus());
            draft.religion = relative.religion();
            draft.relationship = sketch.relationship();
            draft.marriedOn = sketch.marriedOn();
            draft.fullName = sketch.fullName();
            return maker.person(draft, Names.Ethnicity.valueOf(relative.ethnicity()));
        }

        /** The number of a family card that was given on a day. */
        public NoKk noKk(LocalDate issuedOn) {
            return serials.noKk(issuedOn);
        }
    }

    /**
     * Makes people as they were on a day.
     *
     * @param purpose names the streams they are made from
     */
    public Former asOf(LocalDate day, String purpose) {
        return new Former(day, purpose);
    }
}
