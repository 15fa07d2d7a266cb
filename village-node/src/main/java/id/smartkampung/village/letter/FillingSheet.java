package id.smartkampung.village.letter;

import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.time.Wib;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * What the form of the letters of a request shows.
 *
 * @param version of what is stored, -1 where nothing is
 * @param sections the fields by the letter that asks first for them
 * @param refused a sentence over the form; null where there is none
 */
public record FillingSheet(
        Request request,
        Resident applicant,
        int version,
        List<Section> sections,
        List<Choice> signatories,
        String signatory,
        List<String> requirements,
        List<Finding> findings,
        FieldErrors errors,
        String refused) {

    /** The fields of one letter; a letter that is not the main one is made when it is chosen. */
    public record Section(LetterKind kind, String name, boolean main, boolean chosen, List<Field> fields) {}

    /**
     * One field with what stands in it.
     *
     * @param people who may be chosen, for fields of people
     * @param other what was typed of a person, beside those who may be chosen
     */
    public record Field(
            LetterField field, boolean required, String value, List<Choice> people, String other, String error) {

        public String cell() {
            return AnswerForm.CELL + field.name();
        }

        public String otherCell() {
            return cell() + AnswerForm.OTHER;
        }

        /** How it is asked, of the ways that the template knows. */
        public String way() {
            return switch (field.kind()) {
                case TEXT, NUMBER, DECIMAL, MONEY -> "text";
                case DATE -> "date";
                case DATE_TIME -> "date-time";
                case LONG_TEXT -> "long";
                case CHOICE, YES_NO, EDUCATION, RELATIONSHIP, SEX -> "choice";
                case PERSON, DECEASED -> "person";
                case PEOPLE -> "people";
            };
        }

        /** A day as people type it; what could not be read stays as it was typed. */
        public String shown() {
            if (value == null) {
                return "";
            }
            if (error != null) {
                return value;
            }
            try {
                return switch (field.kind()) {
                    case DATE -> Wib.shortDate(LocalDate.parse(value));
                    case DATE_TIME -> {
                        LocalDateTime at = LocalDateTime.parse(value);
                        yield Wib.shortDate(at) + " " + Wib.hour(at);
                    }
                    default -> value;
                };
            } catch (DateTimeParseException e) {
                return value;
            }
        }

        public String keyboard() {
            return switch (field.kind()) {
                case NUMBER, MONEY, DATE -> "numeric";
                default -> "text";
            };
        }

        public List<Choice> options() {
            return switch (field.kind()) {
                case CHOICE ->
                    field.options().stream()
                            .map(option -> new Choice(option, option))
                            .toList();
                case YES_NO -> List.of(new Choice(Answers.YES, "Ya"), new Choice(Answers.NO, "Tidak"));
                case EDUCATION -> Choice.of(Education.class);
                case RELATIONSHIP -> Choice.of(Relationship.class);
                case SEX -> Choice.of(Sex.class);
                default -> List.of();
            };
        }

        /** Whether a person of the list is in the answer. */
        public boolean has(String person) {
            return value != null && value.lines().anyMatch(line -> line.equals(person));
        }
    }
}
