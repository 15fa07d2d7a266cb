package id.smartkampung.model.request;

import id.smartkampung.model.privacy.DataClass;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.FieldRule.Reach;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.privacy.Purpose;
import id.smartkampung.model.privacy.Retention;

/** The fields of a service request (<i>permohonan</i>), and which of them leave the village. */
public enum RequestField implements PersonalField {
    NUMBER("number", Purpose.SERVICE_DELIVERY, Retention.TEN_YEARS_AFTER_END, DataClass.GENERAL, Reach.DISTRICT),
    APPLICANT(
            "applicantId", Purpose.SERVICE_DELIVERY, Retention.TEN_YEARS_AFTER_END, DataClass.GENERAL, Reach.DISTRICT),
    KIND("kind", Purpose.SERVICE_DELIVERY, Retention.TEN_YEARS_AFTER_END, DataClass.GENERAL, Reach.DISTRICT),
    CHANNEL("channel", Purpose.SERVICE_DELIVERY, Retention.TEN_YEARS_AFTER_END, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    STATE("state", Purpose.SERVICE_DELIVERY, Retention.TEN_YEARS_AFTER_END, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    HOME_DELIVERY(
            "homeDelivery",
            Purpose.SERVICE_DELIVERY,
            Retention.TEN_YEARS_AFTER_END,
            DataClass.NOT_PERSONAL,
            Reach.DISTRICT),
    SUBMITTED_AT(
            "submittedAt",
            Purpose.SERVICE_DELIVERY,
            Retention.TEN_YEARS_AFTER_END,
            DataClass.NOT_PERSONAL,
            Reach.DISTRICT),
    STEPS("steps", Purpose.SERVICE_DELIVERY, Retention.TEN_YEARS_AFTER_END, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    PURPOSE_TEXT(
            "purposeText", Purpose.VILLAGE_REGISTER, Retention.TWO_YEARS_AFTER_END, DataClass.GENERAL, Reach.VILLAGE),
    CONTACT("contact", Purpose.VILLAGE_REGISTER, Retention.TWO_YEARS_AFTER_END, DataClass.GENERAL, Reach.VILLAGE),
    NOTE("note", Purpose.VILLAGE_REGISTER, Retention.TWO_YEARS_AFTER_END, DataClass.GENERAL, Reach.VILLAGE);

    private final FieldRule rule;

    RequestField(String property, Purpose purpose, Retention retention, DataClass dataClass, Reach reach) {
        this.rule = new FieldRule(property, purpose, retention, dataClass, reach);
    }

    @Override
    public FieldRule rule() {
        return rule;
    }
}
