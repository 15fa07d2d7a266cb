package id.smartkampung.model.change;

import id.smartkampung.model.privacy.DataClass;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.FieldRule.Reach;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.privacy.Purpose;
import id.smartkampung.model.privacy.Retention;

/** The fields of a mutation (<i>peristiwa penduduk</i>), and which of them leave the village. */
public enum MutationField implements PersonalField {
    RESIDENT("residentId", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    FAMILY("familyId", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    KIND("kind", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    HAPPENED_ON(
            "happenedOn",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    REPORTED_ON(
            "reportedOn",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    BOOKED_ON(
            "bookedOn", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    RECORDED_AT(
            "recordedAt",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.NOT_PERSONAL,
            Reach.DISTRICT),
    COUNTED(
            "counted",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.NOT_PERSONAL,
            Reach.DISTRICT),
    SEX("sex", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    CITIZENSHIP(
            "citizenship",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    RESIDENCY(
            "residency",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    RELATIONSHIP(
            "relationship",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    DUSUN("dusun", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    MOVE_KIND(
            "moveKind", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    OTHER_AREA("otherArea", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    DOCUMENT("document", Purpose.CIVIL_REGISTRATION, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    MOTHER("motherId", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    GROUP("groupId", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    UNDONE_AT(
            "undoneAt",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.NOT_PERSONAL,
            Reach.DISTRICT),
    OTHER_PLACE("otherPlace", Purpose.VILLAGE_REGISTER, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.VILLAGE),
    PLACE("place", Purpose.VILLAGE_REGISTER, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.VILLAGE),
    PURPOSE("purpose", Purpose.VILLAGE_REGISTER, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.VILLAGE),
    REPORTER("reporter", Purpose.VILLAGE_REGISTER, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.VILLAGE),
    NOTE("note", Purpose.VILLAGE_REGISTER, Retention.PERMANENT_REGISTER, DataClass.SPECIFIC, Reach.VILLAGE),
    UNDO_REASON("undoReason", Purpose.VILLAGE_REGISTER, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.VILLAGE);

    private final FieldRule rule;

    MutationField(String property, Purpose purpose, Retention retention, DataClass dataClass, Reach reach) {
        this.rule = new FieldRule(property, purpose, retention, dataClass, reach);
    }

    @Override
    public FieldRule rule() {
        return rule;
    }
}
