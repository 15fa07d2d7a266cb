package id.smartkampung.village.letter;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what the form of the letters of a request shows. */
@ApplicationScoped
class FillingView {

    private final LetterChecks checks;
    private final Letterheads letterheads;
    private final Clock clock;

    FillingView(LetterChecks checks, Letterheads letterheads, Clock clock) {
        this.checks = checks;
        this.letterheads = letterheads;
        this.clock = clock;
    }

    /** What is to be shown, be it stored, known beforehand or typed a moment ago. */
    record Content(Answers answers, Set<LetterKind> chosen, UUID signatory, int version) {}

    FillingSheet sheet(Request request, Bundle bundle, Content content, FieldErrors errors, String refused) {
        Resident applicant = Resident.findById(request.applicantId);
        List<LetterTypes.Current> letters = bundle.chosen(content.chosen());
        List<Signatory> signatories = Signatory.listActive();
        String chosen = content.signatory() == null
                ? signatories.stream().findFirst().map(one -> one.id.toString()).orElse("")
                : content.signatory().toString();
        return new FillingSheet(
                request,
                applicant,
                content.version(),
                sections(bundle, content, applicant, errors),
                signatories.stream()
                        .map(one -> new Choice(one.id.toString(), letterheads.title(one) + " – " + one.name))
                        .toList(),
                chosen,
                letters.stream()
                        .flatMap(letter -> letter.type().requirements().stream())
                        .distinct()
                        .toList(),
                findings(letters, content.answers(), applicant),
                errors,
                refused);
    }

    List<Finding> findings(List<LetterTypes.Current> letters, Answers answers, Resident applicant) {
        return letters.stream()
                .flatMap(
                        letter -> checks.check(letter.type(), answers, applicant, Wib.dateOf(clock.instant())).stream())
                .distinct()
                .toList();
    }

    /** Those of the letters made alongside whose own rules this applicant meets. */
    Set<LetterKind> usual(Bundle bundle, Resident applicant) {
        return bundle.alongside().stream()
                .filter(letter -> checks.check(letter.type(), Answers.none(), applicant, Wib.dateOf(clock.instant()))
                        .isEmpty())
                .map(letter -> letter.type().kind())
                .collect(Collectors.toSet());
    }

    private static List<FillingSheet.Section> sections(
            Bundle bundle, Content content, Resident applicant, FieldErrors errors) {
        Map<String, String> family = family(applicant);
        Set<String> required = Bundle.required(bundle.chosen(content.chosen()));
        Set<String> shown = new HashSet<>();
        List<FillingSheet.Section> sections = new ArrayList<>();
        for (LetterTypes.Current letter : bundle.all()) {
            LetterKind kind = letter.type().kind();
            boolean main = letter.equals(bundle.main());
            List<FillingSheet.Field> fields = letter.type().fields().stream()
                    .filter(field -> shown.add(field.name()))
                    .map(field -> field(field, required.contains(field.name()), content.answers(), family, errors))
                    .toList();
            boolean chosen = main || content.chosen().contains(kind);
            sections.add(new FillingSheet.Section(kind, letter.type().name(), main, chosen, fields));
        }
        return sections;
    }

    private static FillingSheet.Field field(
            LetterField field, boolean required, Answers answers, Map<String, String> family, FieldErrors errors) {
        String value = answers.of(field.name());
        String error = errors.of(AnswerForm.CELL + field.name());
        Map<String, String> people = new LinkedHashMap<>(family);
        List<String> others = new ArrayList<>();
        for (String person : answers.people(field.name())) {
            Resident resident = Answers.residentOf(person) == null ? null : LetterPerson.resident(person);
            if (resident == null) {
                others.add(person);
            } else {
                people.putIfAbsent(person, label(resident));
            }
        }
        List<Choice> choices = people.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue()))
                .toList();
        return new FillingSheet.Field(field, required, value, choices, String.join("\n", others), error);
    }

    private static Map<String, String> family(Resident applicant) {
        Map<String, String> people = new LinkedHashMap<>();
        people.put(Answers.known(applicant.id), label(applicant));
        if (applicant.familyId != null) {
            Resident.listByFamily(applicant.familyId)
                    .forEach(member -> people.put(Answers.known(member.id), label(member)));
        }
        return people;
    }

    /** Who is meant, without the number. */
    private static String label(Resident resident) {
        Nik nik = resident.nik;
        return nik == null ? resident.fullName : resident.fullName + " · " + nik.masked();
    }
}
