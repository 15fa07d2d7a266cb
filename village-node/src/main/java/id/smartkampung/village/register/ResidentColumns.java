package id.smartkampung.village.register;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Contraception;
import id.smartkampung.model.vocabulary.Disability;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Insurance;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Pregnancy;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Schooling;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.history.Column;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The fields of a resident as columns: the one table that forms, history, import and export go by. */
public final class ResidentColumns {

    private static final Map<ResidentField, Column<Resident, ?>> ALL = new EnumMap<>(ResidentField.class);

    static {
        add(ResidentField.FAMILY, UUID.class, r -> r.familyId, (r, v) -> r.familyId = v);
        add(ResidentField.NIK, Nik.class, r -> r.nik, (r, v) -> r.nik = v);
        add(ResidentField.FULL_NAME, String.class, r -> r.fullName, (r, v) -> r.fullName = v);
        add(ResidentField.SEX, Sex.class, r -> r.sex, (r, v) -> r.sex = v);
        add(ResidentField.BORN_IN, String.class, r -> r.bornIn, (r, v) -> r.bornIn = v);
        add(ResidentField.BORN_ON, LocalDate.class, r -> r.bornOn, (r, v) -> r.bornOn = v);
        add(ResidentField.RELIGION, Religion.class, r -> r.religion, (r, v) -> r.religion = v);
        add(ResidentField.EDUCATION, Education.class, r -> r.education, (r, v) -> r.education = v);
        add(ResidentField.SCHOOLING, Schooling.class, r -> r.schooling, (r, v) -> r.schooling = v);
        add(ResidentField.OCCUPATION, Occupation.class, r -> r.occupation, (r, v) -> r.occupation = v);
        add(ResidentField.MARITAL_STATUS, MaritalStatus.class, r -> r.maritalStatus, (r, v) -> r.maritalStatus = v);
        add(ResidentField.RELATIONSHIP, Relationship.class, r -> r.relationship, (r, v) -> r.relationship = v);
        add(ResidentField.CITIZENSHIP, Citizenship.class, r -> r.citizenship, (r, v) -> r.citizenship = v);
        add(ResidentField.FATHER_NIK, Nik.class, r -> r.fatherNik, (r, v) -> r.fatherNik = v);
        add(ResidentField.FATHER_NAME, String.class, r -> r.fatherName, (r, v) -> r.fatherName = v);
        add(ResidentField.MOTHER_NIK, Nik.class, r -> r.motherNik, (r, v) -> r.motherNik = v);
        add(ResidentField.MOTHER_NAME, String.class, r -> r.motherName, (r, v) -> r.motherName = v);
        add(ResidentField.BLOOD_GROUP, BloodGroup.class, r -> r.bloodGroup, (r, v) -> r.bloodGroup = v);
        add(ResidentField.BIRTH_CERTIFICATE, String.class, r -> r.birthCertificate, (r, v) -> r.birthCertificate = v);
        add(ResidentField.PASSPORT, String.class, r -> r.passport, (r, v) -> r.passport = v);
        add(
                ResidentField.PASSPORT_EXPIRES_ON,
                LocalDate.class,
                r -> r.passportExpiresOn,
                (r, v) -> r.passportExpiresOn = v);
        add(ResidentField.KITAS, String.class, r -> r.kitas, (r, v) -> r.kitas = v);
        add(
                ResidentField.MARRIAGE_CERTIFICATE,
                String.class,
                r -> r.marriageCertificate,
                (r, v) -> r.marriageCertificate = v);
        add(ResidentField.MARRIED_ON, LocalDate.class, r -> r.marriedOn, (r, v) -> r.marriedOn = v);
        add(
                ResidentField.DIVORCE_CERTIFICATE,
                String.class,
                r -> r.divorceCertificate,
                (r, v) -> r.divorceCertificate = v);
        add(ResidentField.DIVORCED_ON, LocalDate.class, r -> r.divorcedOn, (r, v) -> r.divorcedOn = v);
        add(ResidentField.DISABILITY, Disability.class, r -> r.disability, (r, v) -> r.disability = v);
        add(ResidentField.CONTRACEPTION, Contraception.class, r -> r.contraception, (r, v) -> r.contraception = v);
        add(ResidentField.PREGNANCY, Pregnancy.class, r -> r.pregnancy, (r, v) -> r.pregnancy = v);
        add(ResidentField.KTP_HOLDING, KtpHolding.class, r -> r.ktpHolding, (r, v) -> r.ktpHolding = v);
        add(ResidentField.KTP_RECORDING, KtpRecording.class, r -> r.ktpRecording, (r, v) -> r.ktpRecording = v);
        add(ResidentField.CURRENT_ADDRESS, String.class, r -> r.currentAddress, (r, v) -> r.currentAddress = v);
        add(ResidentField.BASE_STATUS, BaseStatus.class, r -> r.baseStatus, (r, v) -> r.baseStatus = v);
        add(ResidentField.RESIDENCY, Residency.class, r -> r.residency, (r, v) -> r.residency = v);
        add(ResidentField.ETHNICITY, String.class, r -> r.ethnicity, (r, v) -> r.ethnicity = v);
        add(ResidentField.CARD_TAG, String.class, r -> r.cardTag, (r, v) -> r.cardTag = v);
        add(ResidentField.INSURANCE, Insurance.class, r -> r.insurance, (r, v) -> r.insurance = v);
        add(ResidentField.INSURANCE_NUMBER, String.class, r -> r.insuranceNumber, (r, v) -> r.insuranceNumber = v);
        add(ResidentField.LATITUDE, Double.class, r -> r.latitude, (r, v) -> r.latitude = v);
        add(ResidentField.LONGITUDE, Double.class, r -> r.longitude, (r, v) -> r.longitude = v);
        add(ResidentField.DUSUN, String.class, r -> r.dusun, (r, v) -> r.dusun = v);
        add(ResidentField.RW, String.class, r -> r.rw, (r, v) -> r.rw = v);
        add(ResidentField.RT, String.class, r -> r.rt, (r, v) -> r.rt = v);
        add(ResidentField.PHONE, String.class, r -> r.phone, (r, v) -> r.phone = v);
        add(ResidentField.NOTE, String.class, r -> r.note, (r, v) -> r.note = v);
    }

    private ResidentColumns() {}

    public static Map<ResidentField, Column<Resident, ?>> all() {
        return Collections.unmodifiableMap(ALL);
    }

    public static Column<Resident, ?> of(ResidentField field) {
        return ALL.get(field);
    }

    private static <T> void add(
            ResidentField field, Class<T> type, Function<Resident, T> getter, BiConsumer<Resident, T> setter) {
        ALL.put(field, new Column<>(field, type, getter, setter));
    }
}
