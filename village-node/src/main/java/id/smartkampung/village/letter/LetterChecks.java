package id.smartkampung.village.letter;

import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterCheck;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether a letter may be made: the rules of its type, and whether the people in it live. */
@ApplicationScoped
class LetterChecks {

    private static final int LENGTH_OF_A_DATE = 10;

    private final Texts texts;

    LetterChecks(Texts texts) {
        this.texts = texts;
    }

    List<Finding> check(LetterType type, Answers answers, Resident applicant, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        if (applicant.baseStatus == BaseStatus.DEAD || applicant.baseStatus == BaseStatus.INVALID) {
            findings.add(new Finding(true, texts.of("refusal.applicant-not-alive")));
        }
        if (type.faceToFace()) {
            findings.add(new Finding(false, texts.of("letter.face-to-face")));
        }
        for (LetterCheck check : type.checks()) {
            if (!met(check, answers, applicant, today)) {
                findings.add(new Finding(check.refuses(), check.hint()));
            }
        }
        for (LetterField field : type.fields()) {
            checkLiving(field, answers, findings);
        }
        return findings;
    }

    /** A rule that cannot be looked at, for want of a date or a status, is met: the officer sees what is missing. */
    private static boolean met(LetterCheck check, Answers answers, Resident applicant, LocalDate today) {
        Integer age = Readings.ageOn(applicant, today);
        return switch (check.kind()) {
            case AGE_AT_LEAST -> age == null || age >= check.number();
            case AGE_AT_MOST -> age == null || age <= check.number();
            case MARITAL_STATUS ->
                applicant.maritalStatus == null || check.statuses().contains(applicant.maritalStatus);
            case DAYS_SINCE_AT_MOST ->
                date(answers, check.field())
                        .map(date -> ChronoUnit.DAYS.between(date, today) <= check.number())
                        .orElse(true);
            case DAYS_UNTIL_AT_LEAST ->
                date(answers, check.field())
                        .map(date -> ChronoUnit.DAYS.between(today, date) >= check.number())
                        .orElse(true);
        };
    }

    /** Empty where nothing was answered, or something that is no date: that is told at its field. */
    private static Optional<LocalDate> date(Answers answers, String field) {
        String value = answers.of(field);
        if (value == null || value.length() < LENGTH_OF_A_DATE) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value.substring(0, LENGTH_OF_A_DATE)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void checkLiving(LetterField field, Answers answers, List<Finding> findings) {
        if (field.kind() != FieldKind.PERSON && field.kind() != FieldKind.PEOPLE) {
            return;
        }
        for (String person : answers.people(field.name())) {
            Resident resident = LetterPerson.resident(person);
            if (resident != null && resident.baseStatus == BaseStatus.DEAD) {
                findings.add(new Finding(false, texts.of("letter.somebody-dead", field.label())));
            }
        }
    }
}
