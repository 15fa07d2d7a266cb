package id.smartkampung.model.letter;

import id.smartkampung.model.vocabulary.MaritalStatus;
import java.util.List;

/**
 * A rule that an applicant or a date must pass.
 *
 * @param number years or days; null where nothing is counted
 * @param field the date that is looked at; null for rules about the applicant
 * @param statuses allowed ones, for {@link Kind#MARITAL_STATUS}
 * @param refuses whether the letter is refused, or only the hint shown
 * @param hint what the officer reads when the rule is not met
 */
public record LetterCheck(
        Kind kind, Integer number, String field, List<MaritalStatus> statuses, boolean refuses, String hint) {

    /** What is compared. */
    public enum Kind {
        AGE_AT_LEAST,
        AGE_AT_MOST,
        MARITAL_STATUS,
        /** Such as a birth that must be reported within 60 days. */
        DAYS_SINCE_AT_MOST,
        /** Such as a wedding that must be announced 10 working days before, by the calendar of the village office. */
        DAYS_UNTIL_AT_LEAST,
        /** Such as a death, which is written down when it has happened. */
        NOT_AFTER_TODAY;

        public boolean isAboutDate() {
            return this == DAYS_SINCE_AT_MOST || this == DAYS_UNTIL_AT_LEAST || this == NOT_AFTER_TODAY;
        }
    }

    public LetterCheck {
        statuses = statuses == null ? List.of() : List.copyOf(statuses);
    }
}
