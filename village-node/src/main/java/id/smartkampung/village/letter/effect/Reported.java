package id.smartkampung.village.letter.effect;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.village.letter.Answers;
import id.smartkampung.village.letter.LetterPerson;
import id.smartkampung.village.register.Resident;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What a letter reports of the population, as it was filled in. */
record Reported(MutationKind kind, LetterType type, Answers answers) {

    private static final int DATE = "2026-11-21".length();

    /** What the effects of the catalogue mean; a village may use them for types of its own. */
    private static final Map<String, MutationKind> EFFECTS = Map.of(
            "LAHIR", MutationKind.BIRTH,
            "MATI", MutationKind.DEATH,
            "PINDAH_KELUAR", MutationKind.DEPARTURE,
            "PINDAH_DATANG", MutationKind.ARRIVAL);

    /** Nothing for a letter that changes nothing in the register. */
    static Optional<Reported> by(LetterType type, Answers answers) {
        String word = type.effect() == null ? "" : type.effect().strip().split("\\W", 2)[0];
        return Optional.ofNullable(EFFECTS.get(word)).map(kind -> new Reported(kind, type, answers));
    }

    /** The person at a field of the register; null for one who is not in it. */
    Resident person(String field) {
        return LetterPerson.resident(answers.of(field));
    }

    /** Who died. */
    Resident deceased() {
        return first(FieldKind.DECEASED).map(field -> person(field.name())).orElse(null);
    }

    /** The day of the first date of the letter. */
    Optional<LocalDate> day() {
        return first(FieldKind.DATE_TIME)
                .or(() -> first(FieldKind.DATE))
                .map(field -> answers.of(field.name()))
                .filter(value -> value.length() >= DATE)
                .flatMap(Reported::date);
    }

    private static Optional<LocalDate> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value.substring(0, DATE)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String text(String field) {
        return answers.of(field);
    }

    /** The name of a person who need not be in the register. */
    String name(String field) {
        Resident known = person(field);
        return known == null ? null : known.fullName;
    }

    /** How far the move goes: the official codes begin with 1, in the order in which the kinds are offered. */
    Optional<MoveKind> move() {
        return type.field("jenis_pindah")
                .map(field -> field.options().indexOf(answers.of(field.name())))
                .filter(place -> place >= 0 && place < MoveKind.values().length)
                .map(place -> MoveKind.ofCode(place + 1));
    }

    /** The applicant, and those of the register who come along. */
    Map<UUID, Resident> going(Resident applicant) {
        Map<UUID, Resident> going = new LinkedHashMap<>();
        going.put(applicant.id, applicant);
        type.fields().stream()
                .filter(field -> field.kind() == FieldKind.PEOPLE)
                .flatMap(field -> people(field.name()).stream())
                .forEach(person -> going.putIfAbsent(person.id, person));
        return going;
    }

    private List<Resident> people(String field) {
        return answers.people(field).stream()
                .map(LetterPerson::resident)
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<LetterField> first(FieldKind wanted) {
        return type.fields().stream().filter(field -> field.kind() == wanted).findFirst();
    }
}
