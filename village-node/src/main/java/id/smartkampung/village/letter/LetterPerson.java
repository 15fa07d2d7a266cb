package id.smartkampung.village.letter;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentAlias;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes people as they stand in a letter: from the register where they are in it, else as they were named. */
@ApplicationScoped
class LetterPerson {

    private final Letterheads letterheads;
    private final Texts texts;
    private final VillageProfile village;

    LetterPerson(Letterheads letterheads, Texts texts, VillageProfile village) {
        this.letterheads = letterheads;
        this.texts = texts;
        this.village = village;
    }

    /**
     * The person of an answer, by the record that is kept where there were two; null where the answer is only words, or
     * the person has left the register.
     */
    static Resident resident(String person) {
        UUID id = Answers.residentOf(person);
        if (id == null) {
            String nik = person == null ? null : Outsider.read(person).nik();
            return nik == null ? null : Resident.findByNik(new Nik(nik)).orElse(null);
        }
        Resident resident = Resident.findById(id);
        return resident == null || resident.baseStatus != BaseStatus.INVALID
                ? resident
                : ResidentAlias.keptOf(id)
                        .<Resident>map(kept -> Resident.findById(kept))
                        .orElse(resident);
    }

    /** Dots where nobody knows the name: a number is none. */
    String name(String person) {
        Resident resident = resident(person);
        if (resident != null) {
            return resident.fullName;
        }
        String name = outsider(person).name();
        return name == null ? texts.of("letter.by-hand") : name;
    }

    /** The identity of a person as rows; of somebody from elsewhere what was typed. */
    List<Paper.Pair> identity(String person) {
        Resident resident = resident(person);
        if (resident != null) {
            return identity(resident);
        }
        Outsider outsider = outsider(person);
        List<Paper.Pair> rows = new ArrayList<>();
        rows.add(pair("letter.name", outsider.name(), true));
        add(rows, "letter.nik", outsider.nik());
        add(rows, "letter.born", outsider.born());
        add(rows, "letter.occupation", outsider.occupation());
        add(rows, "letter.address", outsider.address());
        return rows;
    }

    private void add(List<Paper.Pair> rows, String label, String value) {
        if (value != null) {
            rows.add(pair(label, value, false));
        }
    }

    List<Paper.Pair> identity(Resident resident) {
        return List.of(
                pair("letter.name", resident.fullName, true),
                pair("letter.nik", resident.nik == null ? null : resident.nik.value(), false),
                pair("letter.born", born(resident), false),
                pair("letter.sex", Readings.readable(resident.sex), false),
                pair("letter.religion", Readings.readable(resident.religion), false),
                pair("letter.marital", Readings.readable(resident.maritalStatus), false),
                pair("letter.occupation", Readings.readable(resident.occupation), false),
                pair("letter.citizenship", Readings.readable(resident.citizenship), false),
                pair("letter.address", address(resident), false));
    }

    /** All that a letter may tell of a person. */
    List<Paper.Pair> biodata(Resident resident) {
        Family family = resident.familyId == null ? null : Family.findById(resident.familyId);
        List<Paper.Pair> rows = new ArrayList<>(identity(resident));
        rows.add(2, pair("letter.no-kk", family == null || family.noKk == null ? null : family.noKk.value(), false));
        rows.add(pair("letter.relationship", Readings.readable(resident.relationship), false));
        rows.add(pair("letter.education", Readings.readable(resident.education), false));
        rows.add(pair("letter.blood", Readings.readable(resident.bloodGroup), false));
        rows.add(pair("letter.father", resident.fatherName, false));
        rows.add(pair("letter.mother", resident.motherName, false));
        return rows;
    }

    /** One row of a table of people: NIK, name, relationship. */
    List<String> row(String person) {
        Resident resident = resident(person);
        if (resident == null) {
            Outsider outsider = outsider(person);
            return List.of(dash(outsider.nik()), dash(outsider.name()), dash(null));
        }
        return row(resident);
    }

    List<String> row(Resident resident) {
        return List.of(
                resident.nik == null ? dash(null) : resident.nik.value(),
                resident.fullName,
                Readings.readable(resident.relationship));
    }

    /** From the street of the family to the kabupaten. */
    String address(Resident resident) {
        String part = village.kelurahan() ? "letter.lingkungan" : "letter.dusun";
        String within = Stream.of(
                        resident.dusun == null ? null : texts.of(part, readable(resident.dusun)),
                        resident.rt == null ? null : texts.of("letter.rt", resident.rt),
                        resident.rw == null ? null : texts.of("letter.rw", resident.rw))
                .filter(word -> word != null)
                .collect(Collectors.joining(" "));
        String area = letterheads.areaName() + ", " + texts.of("paper.kecamatan", village.kecamatan()) + ", "
                + texts.of("paper.kabupaten") + " " + letterheads.kabupaten();
        return Stream.of(street(resident), within, area)
                .filter(word -> word != null && !word.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** Null where there is none, or where it only repeats the dusun. */
    private static String street(Resident resident) {
        Family family = resident.familyId == null ? null : Family.findById(resident.familyId);
        if (family == null || family.address == null) {
            return null;
        }
        boolean repeats = resident.dusun != null
                && family.address.toUpperCase(Locale.ROOT).contains(resident.dusun.toUpperCase(Locale.ROOT));
        return repeats ? null : readable(family.address);
    }

    private static String born(Resident resident) {
        return Stream.of(resident.bornIn, resident.bornOn == null ? null : Wib.date(resident.bornOn))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** KRAJAN LOR as Krajan Lor; a name that is written in small letters stays. */
    private static String readable(String name) {
        if (!name.equals(name.toUpperCase(Locale.ROOT))) {
            return name;
        }
        return Stream.of(name.toLowerCase(Locale.ROOT).split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static Outsider outsider(String person) {
        return Outsider.read(person == null || Answers.residentOf(person) != null ? "" : person);
    }

    private Paper.Pair pair(String label, String value, boolean strong) {
        return new Paper.Pair(texts.of(label), dash(value), strong);
    }

    private static String dash(String value) {
        return value == null || value.isBlank() ? "–" : value;
    }
}
