package id.smartkampung.model.family;

import id.smartkampung.model.privacy.DataClass;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.FieldRule.Reach;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.privacy.Purpose;
import id.smartkampung.model.privacy.Retention;

/** The fields of a family (<i>keluarga</i>), and which of them leave the village. */
public enum FamilyField implements PersonalField {
    NO_KK("noKk", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    ADDRESS("address", Purpose.SERVICE_DELIVERY, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    DUSUN("dusun", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    RW("rw", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    RT("rt", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT);

    private final FieldRule rule;

    FamilyField(String property, Purpose purpose, Retention retention, DataClass dataClass, Reach reach) {
        this.rule = new FieldRule(property, purpose, retention, dataClass, reach);
    }

    @Override
    public FieldRule rule() {
        return rule;
    }
}
