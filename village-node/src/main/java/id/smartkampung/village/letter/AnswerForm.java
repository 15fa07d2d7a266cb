package id.smartkampung.village.letter;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.PlainText;
import id.smartkampung.web.text.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads what was typed into the fields of letters; what cannot be read is told at its field and stays as typed. */
final class AnswerForm {

    /** A field's cell is called so that no field can take the name of another cell. */
    static final String CELL = "i.";

    static final String OTHER = ".lain";

    private static final int LONGEST = 500;
    private static final int LONGEST_LONG = 4000;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}([.,]\\d{1,4})?");
    private static final Pattern RUPIAH = Pattern.compile("\\d{1,15}");

    /** Dots stand between thousands, and nowhere else: 1500000.00 is not a hundred times as much. */
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}([. ]\\d{3})*");

    private static final Pattern DATE_TIME = Pattern.compile("(\\S+)[T ]+(\\d{1,2})[:.](\\d{2})(?:[:.]00)?");

    private final Map<String, List<String>> cells;
    private final FieldErrors errors;
    private final Texts texts;

    AnswerForm(Map<String, List<String>> cells, FieldErrors errors, Texts texts) {
        this.cells = cells;
        this.errors = errors;
        this.texts = texts;
    }

    /** Answers to these fields; the required ones must have one. */
    Answers read(Collection<LetterField> fields, Set<String> required) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (LetterField field : fields) {
            String answer = answer(field);
            if (answer == null || answer.isBlank()) {
                if (required.contains(field.name())) {
                    errors.add(CELL + field.name(), texts.of("form.required"));
                }
                continue;
            }
            answers.put(field.name(), answer);
        }
        return Answers.of(answers);
    }

    private String answer(LetterField field) {
        return switch (field.kind()) {
            case TEXT -> text(field, LONGEST).replaceAll("\\s+", " ");
            case LONG_TEXT -> text(field, LONGEST_LONG);
            case CHOICE -> oneOf(field, field.options());
            case YES_NO -> oneOf(field, List.of(Answers.YES, Answers.NO));
            case DATE -> date(field);
            case DATE_TIME -> dateTime(field);
            case NUMBER -> matching(field, WHOLE, text(field, LONGEST));
            case DECIMAL -> matching(field, DECIMAL, text(field, LONGEST)).replace(',', '.');
            case MONEY -> matching(field, RUPIAH, digits(text(field, LONGEST)));
            case PERSON, DECEASED -> person(field);
            case PEOPLE -> people(field);
            case EDUCATION -> oneOf(field, codes(Education.values()));
            case RELATIONSHIP -> oneOf(field, codes(Relationship.values()));
            case SEX -> oneOf(field, codes(Sex.values()));
        };
    }

    private String text(LetterField field, int longest) {
        return checked(field, first(CELL + field.name()), longest);
    }

    private String checked(LetterField field, String typed, int longest) {
        String text = PlainText.lines(typed);
        if (text.length() > longest) {
            errors.add(CELL + field.name(), texts.of("form.too-long", longest));
        }
        return text;
    }

    private String oneOf(LetterField field, List<String> allowed) {
        String typed = text(field, LONGEST);
        if (!typed.isEmpty() && !allowed.contains(typed)) {
            errors.add(CELL + field.name(), texts.of("letter.wrong.choice"));
        }
        return typed;
    }

    private String matching(LetterField field, Pattern pattern, String typed) {
        if (!typed.isEmpty() && !pattern.matcher(typed).matches()) {
            errors.add(CELL + field.name(), texts.of("letter.wrong.number"));
        }
        return typed;
    }

    private String date(LetterField field) {
        String typed = text(field, LONGEST);
        if (typed.isEmpty()) {
            return typed;
        }
        try {
            return FieldText.parse(LocalDate.class, typed).toString();
        } catch (IllegalArgumentException e) {
            return refused(field, typed, "letter.wrong.date");
        }
    }

    private String dateTime(LetterField field) {
        String typed = text(field, LONGEST);
        if (typed.isEmpty()) {
            return typed;
        }
        Matcher parts = DATE_TIME.matcher(typed);
        if (parts.matches()) {
            try {
                LocalDate day = (LocalDate) FieldText.parse(LocalDate.class, parts.group(1));
                return day.atTime(Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))
                        .toString();
            } catch (IllegalArgumentException | DateTimeException e) {
                return refused(field, typed, "letter.wrong.date-time");
            }
        }
        return refused(field, typed, "letter.wrong.date-time");
    }

    private String refused(LetterField field, String typed, String why) {
        errors.add(CELL + field.name(), texts.of(why));
        return typed;
    }

    /** Who was typed goes before who was chosen: nobody types by accident. */
    private String person(LetterField field) {
        String typed =
                checked(field, first(CELL + field.name() + OTHER), LONGEST).replace('\n', ' ');
        return typed.isEmpty() ? text(field, LONGEST).replace('\n', ' ') : known(field, typed);
    }

    private String people(LetterField field) {
        List<String> people = new ArrayList<>(cells.getOrDefault(CELL + field.name(), List.of()).stream()
                .filter(chosen -> Answers.residentOf(chosen) != null)
                .toList());
        checked(field, first(CELL + field.name() + OTHER), LONGEST_LONG)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> known(field, line))
                .forEach(people::add);
        return String.join("\n", people.stream().distinct().toList());
    }

    /** A NIK of the register becomes the person, so that the number is not shown where the form is opened again. */
    private String known(LetterField field, String typed) {
        Outsider outsider = Outsider.read(typed);
        if (outsider.nik() == null) {
            return typed;
        }
        return Resident.findByNik(new Nik(outsider.nik()))
                .map(resident -> Answers.known(resident.id))
                .orElseGet(() -> {
                    if (outsider.name() == null) {
                        errors.add(CELL + field.name(), texts.of("letter.wrong.outsider"));
                    }
                    return outsider.written();
                });
    }

    private static String digits(String money) {
        String amount = money.replaceFirst("(?i)^rp\\.?\\s*", "").replaceFirst(",(00|-)$", "");
        return THOUSANDS.matcher(amount).matches() ? amount.replaceAll("[. ]", "") : amount;
    }

    private String first(String cell) {
        List<String> values = cells.getOrDefault(cell, List.of());
        return values.isEmpty() || values.get(0) == null ? "" : values.get(0);
    }

    private static List<String> codes(Coded[] values) {
        return Stream.of(values).map(value -> String.valueOf(value.code())).toList();
    }
}
