package id.smartkampung.village.letter;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterCheck;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterText;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.area.AreaSight;
import id.smartkampung.village.calendar.OfficeCalendar;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Looks whether a letter may be made: the rules of its type, and who the people in it are by the register. */
@ApplicationScoped
public class LetterChecks {

    private static final int LENGTH_OF_A_DATE = 10;

    private final OfficeCalendar office;
    private final AreaSight sight;
    private final Texts texts;

    LetterChecks(OfficeCalendar office, AreaSight sight, Texts texts) {
        this.office = office;
        this.sight = sight;
        this.texts = texts;
    }

    /** Whether something forbids the letter today, be it that the officer has not seen it when it was filled in. */
    public boolean refuses(LetterValues.Source source) {
        return check(source.type(), source.answers(), source.applicant(), source.issuedOn()).stream()
                .anyMatch(Finding::refuses);
    }

    /** Whether a letter names somebody whom whoever asks does not see, or lists a family of which that is so. */
    public boolean hidesSome(LetterType type, Answers answers, Resident applicant) {
        return hidesFamily(type, applicant)
                || type.fields().stream()
                        .filter(LetterChecks::namesPeople)
                        .flatMap(field -> answers.people(field.name()).stream())
                        .anyMatch(this::hides);
    }

    List<Finding> check(LetterType type, Answers answers, Resident applicant, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        checkApplicant(applicant, findings);
        checkFamily(type, applicant, findings);
        if (type.faceToFace()) {
            findings.add(new Finding(false, texts.of("letter.face-to-face")));
        }
        for (LetterCheck check : type.checks()) {
            if (check.kind().isAboutDate()) {
                checkDate(type, check, answers, today, findings);
            } else {
                checkApplicant(check, applicant, today, findings);
            }
        }
        Set<String> signing = type.signers().stream()
                .filter(signer -> signer.field() != null)
                .map(signer -> signer.field())
                .collect(Collectors.toSet());
        for (LetterField field : type.fields()) {
            for (String person : answers.people(field.name())) {
                checkPerson(field, person, signing.contains(field.name()), applicant, findings);
            }
        }
        return findings;
    }

    private void checkApplicant(Resident applicant, List<Finding> findings) {
        if (applicant.baseStatus == BaseStatus.DEAD || applicant.baseStatus == BaseStatus.INVALID) {
            findings.add(new Finding(true, texts.of("refusal.applicant-not-alive")));
        } else if (!applicant.isCounted()) {
            findings.add(new Finding(
                    false, texts.of("letter.applicant-elsewhere", Readings.readable(applicant.baseStatus))));
        }
    }

    /** A list of a family would lack those whom the account may not see. */
    private void checkFamily(LetterType type, Resident applicant, List<Finding> findings) {
        if (hidesFamily(type, applicant)) {
            findings.add(new Finding(true, texts.of("letter.family-out-of-area")));
        }
    }

    private boolean hidesFamily(LetterType type, Resident applicant) {
        boolean listed = type.body().stream()
                .map(LetterText::read)
                .anyMatch(line -> line.isBlock() && line.block() == LetterText.Block.FAMILY);
        return listed && sight.hidesSomeOf(applicant.familyId);
    }

    private static boolean namesPeople(LetterField field) {
        return field.kind().isPerson() || field.kind() == FieldKind.PEOPLE;
    }

    /** Somebody who was typed is looked up by the NIK as soon as somebody asks who sees more. */
    private boolean hides(String person) {
        UUID known = Answers.residentOf(person);
        if (known != null) {
            return sight.hides(known);
        }
        String nik = Outsider.read(person).nik();
        return nik != null && sight.hides(new Nik(nik));
    }

    /** What the register does not know cannot be met: a letter that says it would say more than the village knows. */
    private void checkApplicant(LetterCheck check, Resident applicant, LocalDate today, List<Finding> findings) {
        if (check.kind() == LetterCheck.Kind.MARITAL_STATUS) {
            if (applicant.maritalStatus == null) {
                findings.add(new Finding(check.refuses(), texts.of("letter.marital-unknown", check.hint())));
            } else if (!check.statuses().contains(applicant.maritalStatus)) {
                findings.add(new Finding(check.refuses(), check.hint()));
            }
            return;
        }
        Integer age = Readings.ageOn(applicant, today);
        if (age == null) {
            findings.add(new Finding(check.refuses(), texts.of("letter.birth-unknown", check.hint())));
            return;
        }
        boolean met = check.kind() == LetterCheck.Kind.AGE_AT_LEAST ? age >= check.number() : age <= check.number();
        if (!met) {
            findings.add(new Finding(check.refuses(), check.hint()));
        }
    }

    /** A date that is not there or cannot be read is told at its field. */
    private void checkDate(
            LetterType type, LetterCheck check, Answers answers, LocalDate today, List<Finding> findings) {
        LocalDate date = date(answers.of(check.field()));
        if (date == null) {
            return;
        }
        switch (check.kind()) {
            case DAYS_UNTIL_AT_LEAST -> {
                if (office.now().workdays(today, date) < check.number()) {
                    findings.add(new Finding(check.refuses(), check.hint()));
                }
            }
            case DAYS_SINCE_AT_MOST -> {
                if (date.isAfter(today)) {
                    String label =
                            type.field(check.field()).map(LetterField::label).orElse(check.field());
                    findings.add(new Finding(true, texts.of("letter.date-to-come", label)));
                } else if (ChronoUnit.DAYS.between(date, today) > check.number()) {
                    findings.add(new Finding(check.refuses(), check.hint()));
                }
            }
            default -> {
                if (date.isAfter(today)) {
                    findings.add(new Finding(check.refuses(), check.hint()));
                }
            }
        }
    }

    private static LocalDate date(String value) {
        if (value == null || value.length() < LENGTH_OF_A_DATE) {
            return null;
        }
        try {
            return LocalDate.parse(value.substring(0, LENGTH_OF_A_DATE));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void checkPerson(
            LetterField field, String person, boolean signs, Resident applicant, List<Finding> findings) {
        boolean isPerson = namesPeople(field);
        Resident resident = isPerson ? LetterPerson.resident(person) : null;
        if (resident == null) {
            if (isPerson && hides(person)) {
                findings.add(new Finding(true, texts.of("letter.person-out-of-area", field.label())));
            }
            return;
        }
        if (field.kind() == FieldKind.DECEASED) {
            if (resident.id.equals(applicant.id)) {
                findings.add(new Finding(true, texts.of("letter.deceased-asks", field.label())));
            } else if (resident.baseStatus != BaseStatus.DEAD) {
                findings.add(new Finding(false, texts.of("letter.deceased-lives", field.label())));
            }
        } else if (resident.baseStatus == BaseStatus.DEAD) {
            findings.add(new Finding(signs, texts.of("letter.somebody-dead", field.label())));
        } else if (resident.baseStatus == BaseStatus.INVALID) {
            findings.add(new Finding(signs, texts.of("letter.somebody-invalid", field.label())));
        }
    }
}
