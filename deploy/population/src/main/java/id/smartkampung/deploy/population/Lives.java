package id.smartkampung.deploy.population;

import id.smartkampung.deploy.chance.Choice;
import id.smartkampung.deploy.chance.Random64;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Contraception;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Insurance;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Pregnancy;
import id.smartkampung.model.vocabulary.Schooling;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Gives each person schooling, work, papers and what else a register knows, fitting to age and family. */
final class Lives {

    private static final Occupation STUDENT = new Occupation(3);
    private static final Occupation NOT_WORKING = new Occupation(1);

    private final Recipe recipe;
    private final Names names;
    private final Random64 random;
    private final Map<String, Choice<Occupation>> occupations = new HashMap<>();
    private final Choice<Insurance> insurances = new Choice<Insurance>()
            .with(Insurance.NONE, 25)
            .with(Insurance.BPJS_ASSISTED, 42)
            .with(Insurance.BPJS_PAYING, 22)
            .with(Insurance.BPJS_REGIONAL, 10)
            .with(Insurance.OTHER, 1);
    private final Choice<Contraception> contraceptions = new Choice<Contraception>()
            .with(Contraception.INJECTION, 34)
            .with(Contraception.PILL, 11)
            .with(Contraception.IMPLANT, 8)
            .with(Contraception.IUD, 6)
            .with(Contraception.NONE, 41);

    Lives(Recipe recipe, KodeWilayah desa, Names names, Random64 random) {
        this.recipe = recipe;
        this.names = names;
        this.random = random;
        for (String group : new String[] {"15-18", "L 19-59", "P 19-59", "60+ L", "60+ P"}) {
            occupations.put(group, recipe.occupations(group, desa));
        }
    }

    /** A couple's wedding lies after both were grown up and, mostly, before their first child. */
    void marry(Group group) {
        for (Draft person : group.members) {
            if (person.isSingle() || person.marriedOn != null) {
                continue;
            }
            LocalDate younger = person.spouse == null || person.spouse.bornOn.isBefore(person.bornOn)
                    ? person.bornOn
                    : person.spouse.bornOn;
            LocalDate on = younger.plusYears(17).plusDays(random.between(0, 6 * 365));
            LocalDate latest = recipe.referenceDate.minusDays(random.between(1, 200));
            person.marriedOn = on.isAfter(latest) ? latest : on;
            if (person.spouse != null) {
                person.spouse.marriedOn = person.marriedOn;
            }
        }
    }

    Person complete(Draft person, Names.Ethnicity ethnicity, UUID id) {
        Education education = recipe.drawEducation(person.age, random);
        Occupation occupation = occupation(person);
        boolean foreign = person.age >= 18 && random.perMillion(recipe.foreignersPerMillion);
        boolean divorced = person.maritalStatus == MaritalStatus.DIVORCED;
        boolean ktpDue = person.age >= 17 || !person.isSingle();
        boolean recorded = ktpDue && random.nextInt(1000) < 985;
        Insurance insurance = insurances.draw(random);
        return new Person(
                id,
                person.nik,
                person.fullName,
                person.sex,
                person.bornIn,
                person.bornOn,
                person.religion,
                education,
                schooling(person.age, education, occupation),
                occupation,
                person.maritalStatus,
                person.relationship,
                foreign ? Citizenship.FOREIGN : Citizenship.INDONESIAN,
                nikOf(person.father),
                parentName(person, person.father, false, ethnicity),
                nikOf(person.mother),
                parentName(person, person.mother, true, ethnicity),
                recipe.bloodGroups.draw(random),
                birthCertificate(person),
                foreign ? "X" + random.between(1_000_000, 9_999_999) : null,
                foreign ? recipe.referenceDate.plusDays(random.between(30, 1800)) : null,
                foreign ? "2D41" + random.between(1000, 9999) + "-" + random.between(10, 99) : null,
                marriageCertificate(person),
                person.marriedOn,
                divorced ? certificate("AC", divorcedOn(person)) : null,
                divorced ? divorcedOn(person) : null,
                recipe.disabilities.draw(random),
                contraception(person),
                pregnancy(person),
                recorded ? KtpHolding.ELECTRONIC : KtpHolding.NOT_YET,
                ktpRecording(ktpDue, recorded),
                BaseStatus.ALIVE,
                ethnicity.name(),
                insurance,
                insurance == Insurance.NONE ? null : "000" + random.between(1_000_000, 9_999_999) + "00");
    }

    private Occupation occupation(Draft person) {
        if (person.age < 7) {
            return NOT_WORKING;
        }
        if (person.age < 15) {
            // The recipe gives 38 % of all under 15; who is under 7 is none of them.
            return random.nextInt(100) < 71 ? STUDENT : NOT_WORKING;
        }
        if (person.age < 19) {
            return occupations.get("15-18").draw(random);
        }
        String sex = person.isWoman() ? "P" : "L";
        return occupations.get(person.age < 60 ? sex + " 19-59" : "60+ " + sex).draw(random);
    }

    private static Schooling schooling(int age, Education education, Occupation occupation) {
        if (age < 5) {
            return Schooling.NOT_YET_KINDERGARTEN;
        }
        if (age < 7) {
            return Schooling.KINDERGARTEN;
        }
        if (age < 13) {
            return Schooling.PRIMARY;
        }
        if (age < 16) {
            return Schooling.LOWER_SECONDARY;
        }
        if (occupation.equals(STUDENT)) {
            return age < 19 ? Schooling.UPPER_SECONDARY : Schooling.BACHELOR;
        }
        return education == Education.NONE ? Schooling.NEVER_ATTENDED : Schooling.NOT_ATTENDING;
    }

    private static Nik nikOf(Draft parent) {
        return parent == null ? null : parent.nik;
    }

    private String parentName(Draft person, Draft parent, boolean woman, Names.Ethnicity ethnicity) {
        if (parent != null) {
            return parent.fullName;
        }
        return names.name(person.bornOn.minusYears(20 + random.nextInt(15)), woman, person.religion, ethnicity);
    }

    private String birthCertificate(Draft person) {
        int percent = person.age < 18 ? 96 : Math.max(10, 85 - person.age);
        return random.nextInt(100) < percent ? certificate("LT", person.bornOn.plusDays(30)) : null;
    }

    private String marriageCertificate(Draft person) {
        if (person.isSingle() || random.nextInt(100) >= 88) {
            return null;
        }
        return random.between(1, 999) + "/" + random.between(1, 99) + "/" + person.marriedOn.getMonthValue() + "/"
                + person.marriedOn.getYear();
    }

    private LocalDate divorcedOn(Draft person) {
        return person.marriedOn.plusDays((recipe.referenceDate.toEpochDay() - person.marriedOn.toEpochDay()) / 2);
    }

    private String certificate(String kind, LocalDate on) {
        LocalDate issued = on.isAfter(recipe.referenceDate) ? recipe.referenceDate : on;
        return "3510-" + kind + "-" + Serials.digits(issued.getDayOfMonth(), 2)
                + Serials.digits(issued.getMonthValue(), 2) + issued.getYear() + "-"
                + Serials.digits(random.between(1, 9999), 4);
    }

    private Contraception contraception(Draft person) {
        return person.isWoman() && person.isMarried() && person.age < 50 ? contraceptions.draw(random) : null;
    }

    private Pregnancy pregnancy(Draft person) {
        if (!person.isWoman() || !person.isMarried() || person.age > 45) {
            return null;
        }
        return person.age < 40 && random.nextInt(100) < 6 ? Pregnancy.PREGNANT : Pregnancy.NOT_PREGNANT;
    }

    private KtpRecording ktpRecording(boolean due, boolean recorded) {
        if (!due) {
            return KtpRecording.NOT_REQUIRED;
        }
        if (!recorded) {
            return KtpRecording.NOT_RECORDED;
        }
        return random.nextInt(100) < 70 ? KtpRecording.CARD_ISSUED : KtpRecording.RECORDED;
    }
}
