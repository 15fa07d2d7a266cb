package id.smartkampung.village.letter;

import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterText;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.text.Formats;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what stands for a placeholder in a letter; what was not filled in is a dash. */
@ApplicationScoped
public class LetterValues {

    private static final String MISSING = "–";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm", Wib.LOCALE);

    private final Letterheads letterheads;
    private final LetterPerson people;
    private final VillageProfile village;
    private final Texts texts;

    LetterValues(Letterheads letterheads, LetterPerson people, VillageProfile village, Texts texts) {
        this.letterheads = letterheads;
        this.people = people;
        this.village = village;
        this.texts = texts;
    }

    /** All that a letter is written from. */
    public record Source(
            LetterType type, Answers answers, Resident applicant, Signatory signatory, LocalDate issuedOn) {}

    String of(String word, Source source) {
        return LetterText.Placeholder.of(word)
                .map(known -> known(known, source))
                .orElseGet(() -> source.type()
                        .field(word)
                        .map(field -> field(field, source.answers()))
                        .orElse(MISSING));
    }

    private String known(LetterText.Placeholder placeholder, Source source) {
        return switch (placeholder) {
            case OFFICE -> letterheads.title(source.signatory());
            case VILLAGE -> village.name();
            case KECAMATAN -> village.kecamatan();
            case KABUPATEN -> letterheads.kabupaten();
            case AREA -> letterheads.area();
            case APPLICANT -> source.applicant().fullName;
            case ISSUED_ON -> Wib.date(source.issuedOn());
            case VALID_UNTIL ->
                source.type().validDays() == 0
                        ? texts.of("letter.no-end")
                        : Wib.date(source.issuedOn().plusDays(source.type().validDays()));
            case IN_WORDS -> inWords(source);
        };
    }

    /** A field as it is read in a letter and by whoever verifies one. */
    String field(LetterField field, Answers answers) {
        String value = answers.of(field.name());
        if (value == null || value.isBlank()) {
            return MISSING;
        }
        try {
            return written(field, value, answers);
        } catch (DateTimeException | IllegalArgumentException e) {
            // asked by another letter of the same filling-in as a field of another kind
            return value;
        }
    }

    private String written(LetterField field, String value, Answers answers) {
        return switch (field.kind()) {
            case TEXT, LONG_TEXT, CHOICE -> value;
            case DATE -> Wib.date(LocalDate.parse(value));
            case DATE_TIME -> dateTime(LocalDateTime.parse(value));
            case NUMBER -> value;
            case DECIMAL -> value.replace('.', ',');
            case MONEY -> Formats.asNumber(new BigDecimal(value));
            case YES_NO -> texts.of("letter.answer." + value);
            case PERSON, DECEASED -> people.name(value);
            case PEOPLE ->
                answers.people(field.name()).stream().map(people::name).collect(Collectors.joining(", "));
            case EDUCATION -> Readings.readable(Education.ofCode(Integer.parseInt(value)));
            case RELATIONSHIP -> Readings.readable(Relationship.ofCode(Integer.parseInt(value)));
            case SEX -> Readings.readable(Sex.ofCode(Integer.parseInt(value)));
        };
    }

    private String dateTime(LocalDateTime at) {
        return texts.of("letter.at", Wib.weekdayDate(at.toLocalDate()), HOUR.format(at));
    }

    private String inWords(Source source) {
        Optional<String> money = source.type().fields().stream()
                .filter(field -> field.kind() == FieldKind.MONEY)
                .map(field -> source.answers().of(field.name()))
                .findFirst();
        return money.filter(amount -> amount != null)
                .map(amount -> new InWords(texts).rupiah(Long.parseLong(amount)))
                .orElse(MISSING);
    }
}
