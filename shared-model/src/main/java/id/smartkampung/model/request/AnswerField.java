package id.smartkampung.model.request;

import id.smartkampung.model.privacy.DataClass;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.FieldRule.Reach;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.privacy.Purpose;
import id.smartkampung.model.privacy.Retention;

/** The fields of a village's answer to a request of the service mall. */
public enum AnswerField implements PersonalField {
    ANSWER("answer", DataClass.NOT_PERSONAL),
    /** Written for the applicant, whom the clerk at the mall tells it. */
    REASON("reason", DataClass.GENERAL);

    private final FieldRule rule;

    AnswerField(String property, DataClass dataClass) {
        this.rule = new FieldRule(
                property, Purpose.SERVICE_DELIVERY, Retention.TEN_YEARS_AFTER_END, dataClass, Reach.DISTRICT);
    }

    @Override
    public FieldRule rule() {
        return rule;
    }
}
