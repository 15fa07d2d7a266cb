package id.smartkampung.model.event;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Citizenship;
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
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** A resident was entered or changed; carries the whole new state as far as it leaves the village. */
public record ResidentRecorded(
        UUID residentId,
        UUID familyId,
        Nik nik,
        String fullName,
        Sex sex,
        String bornIn,
        LocalDate bornOn,
        Religion religion,
        Education education,
        Schooling schooling,
        Occupation occupation,
        MaritalStatus maritalStatus,
        Relationship relationship,
        Citizenship citizenship,
        Nik fatherNik,
        String fatherName,
        Nik motherNik,
        String motherName,
        BloodGroup bloodGroup,
        String birthCertificate,
        String marriageCertificate,
        LocalDate marriedOn,
        String divorceCertificate,
        LocalDate divorcedOn,
        Disability disability,
        Pregnancy pregnancy,
        KtpHolding ktpHolding,
        KtpRecording ktpRecording,
        String currentAddress,
        BaseStatus baseStatus,
        Residency residency,
        String ethnicity,
        Insurance insurance,
        String dusun,
        String rw,
        String rt)
        implements VillageEvent {

    public ResidentRecorded {
        Objects.requireNonNull(residentId, "residentId");
    }

    /** The same person as one register may have to hold it: in another family, or without the number. */
    public ResidentRecorded placed(UUID family, Nik number) {
        return new ResidentRecorded(
                residentId,
                family,
                number,
                fullName,
                sex,
                bornIn,
                bornOn,
                religion,
                education,
                schooling,
                occupation,
                maritalStatus,
                relationship,
                citizenship,
                fatherNik,
                fatherName,
                motherNik,
                motherName,
                bloodGroup,
                birthCertificate,
                marriageCertificate,
                marriedOn,
                divorceCertificate,
                divorcedOn,
                disability,
                pregnancy,
                ktpHolding,
                ktpRecording,
                currentAddress,
                baseStatus,
                residency,
                ethnicity,
                insurance,
                dusun,
                rw,
                rt);
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.RESIDENT, residentId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
