package id.smartkampung.model.resident;

import id.smartkampung.model.privacy.DataClass;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.FieldRule.Reach;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.privacy.Purpose;
import id.smartkampung.model.privacy.Retention;

/** The fields of a resident (<i>penduduk</i>), and which of them leave the village. */
public enum ResidentField implements PersonalField {
    FAMILY("familyId", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    NIK("nik", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    FULL_NAME("fullName", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    SEX("sex", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    BORN_IN("bornIn", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    BORN_ON("bornOn", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    RELIGION(
            "religion", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    EDUCATION(
            "education",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    SCHOOLING("schooling", Purpose.POPULATION_STATISTICS, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.DISTRICT),
    OCCUPATION(
            "occupation",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    MARITAL_STATUS(
            "maritalStatus",
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
    CITIZENSHIP(
            "citizenship",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    FATHER_NIK("fatherNik", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    FATHER_NAME("fatherName", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    MOTHER_NIK("motherNik", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    MOTHER_NAME("motherName", Purpose.ONE_PERSON_ONCE, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    BLOOD_GROUP(
            "bloodGroup",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.SPECIFIC,
            Reach.DISTRICT),
    BIRTH_CERTIFICATE(
            "birthCertificate",
            Purpose.CIVIL_REGISTRATION,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    PASSPORT("passport", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE),
    PASSPORT_EXPIRES_ON(
            "passportExpiresOn", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE),
    KITAS("kitas", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE),
    MARRIAGE_CERTIFICATE(
            "marriageCertificate",
            Purpose.CIVIL_REGISTRATION,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    MARRIED_ON(
            "marriedOn", Purpose.CIVIL_REGISTRATION, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    DIVORCE_CERTIFICATE(
            "divorceCertificate",
            Purpose.CIVIL_REGISTRATION,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    DIVORCED_ON(
            "divorcedOn", Purpose.CIVIL_REGISTRATION, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    DISABILITY("disability", Purpose.INCLUSIVE_SERVICES, Retention.WHILE_TRUE, DataClass.SPECIFIC, Reach.DISTRICT),
    CONTRACEPTION("contraception", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.SPECIFIC, Reach.VILLAGE),
    PREGNANCY("pregnancy", Purpose.MATERNAL_HEALTH, Retention.WHILE_TRUE, DataClass.SPECIFIC, Reach.DISTRICT),
    KTP_HOLDING(
            "ktpHolding", Purpose.CIVIL_REGISTRATION, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    KTP_RECORDING(
            "ktpRecording",
            Purpose.CIVIL_REGISTRATION,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    CURRENT_ADDRESS(
            "currentAddress", Purpose.SERVICE_DELIVERY, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.DISTRICT),
    BASE_STATUS(
            "baseStatus",
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
    ETHNICITY(
            "ethnicity",
            Purpose.POPULATION_STATISTICS,
            Retention.PERMANENT_REGISTER,
            DataClass.GENERAL,
            Reach.DISTRICT),
    CARD_TAG("cardTag", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE),
    INSURANCE("insurance", Purpose.SOCIAL_PROTECTION, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.DISTRICT),
    INSURANCE_NUMBER(
            "insuranceNumber", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE),
    LATITUDE("latitude", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE),
    LONGITUDE("longitude", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE),
    DUSUN("dusun", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    RW("rw", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    RT("rt", Purpose.POPULATION_STATISTICS, Retention.PERMANENT_REGISTER, DataClass.GENERAL, Reach.DISTRICT),
    PHONE("phone", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE),
    NOTE("note", Purpose.VILLAGE_REGISTER, Retention.WHILE_TRUE, DataClass.GENERAL, Reach.VILLAGE);

    private final FieldRule rule;

    ResidentField(String property, Purpose purpose, Retention retention, DataClass dataClass, Reach reach) {
        this.rule = new FieldRule(property, purpose, retention, dataClass, reach);
    }

    @Override
    public FieldRule rule() {
        return rule;
    }
}
