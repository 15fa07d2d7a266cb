package id.smartkampung.village.register;

import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.identity.Nik;
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
import id.smartkampung.village.log.Synced;
import id.smartkampung.village.value.NameKey;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One person in this village's register (<i>penduduk</i>). */
@Entity
public class Resident extends PanacheEntityBase implements Synced {

    public static final String TABLE = "resident";

    @Id
    public UUID id;

    @Version
    public int version;

    public UUID familyId;

    public Nik nik;

    public String fullName;

    public Sex sex;

    public String bornIn;

    public LocalDate bornOn;

    public Religion religion;

    public Education education;

    public Schooling schooling;

    public Occupation occupation;

    public MaritalStatus maritalStatus;

    public Relationship relationship;

    public Citizenship citizenship;

    public Nik fatherNik;

    public String fatherName;

    public Nik motherNik;

    public String motherName;

    public BloodGroup bloodGroup;

    public String birthCertificate;

    public String passport;

    public LocalDate passportExpiresOn;

    public String kitas;

    public String marriageCertificate;

    public LocalDate marriedOn;

    public String divorceCertificate;

    public LocalDate divorcedOn;

    public Disability disability;

    public Contraception contraception;

    public Pregnancy pregnancy;

    public KtpHolding ktpHolding;

    public KtpRecording ktpRecording;

    public String currentAddress;

    public BaseStatus baseStatus;

    public Residency residency;

    public String ethnicity;

    public String cardTag;

    public Insurance insurance;

    public String insuranceNumber;

    public Double latitude;

    public Double longitude;

    public String dusun;

    public String rw;

    public String rt;

    public String phone;

    public String note;

    /** Folded name, for sorting; see {@link NameKey}. */
    public String nameKey;

    /** Words of the name as the search knows them; see {@link NameKey}. */
    String nameWords;

    public Instant createdAt;

    public Instant updatedAt;

    public static Optional<Resident> findByNik(Nik nik) {
        return find("nik", nik).firstResultOptional();
    }

    /** Members of a family, the head first; those who died or moved away last. */
    public static List<Resident> listByFamily(UUID familyId) {
        return list(
                "familyId = ?1 order by case when baseStatus = ?2 then 0 else 1 end, relationship nulls last, bornOn nulls last, id",
                familyId,
                BaseStatus.ALIVE);
    }

    /** Whether the person is one of the inhabitants whom the books count: alive, here, and for good. */
    public boolean isInhabitant() {
        return baseStatus == BaseStatus.ALIVE && residency == Residency.PERMANENT;
    }

    /** Whether the person lives here, for good or for a while. */
    public boolean isCounted() {
        return baseStatus == BaseStatus.ALIVE;
    }

    @PrePersist
    @PreUpdate
    void foldName() {
        NameKey key = NameKey.of(fullName);
        nameKey = key.value();
        nameWords = key.words();
    }

    @Override
    public String syncedTable() {
        return TABLE;
    }

    @Override
    public UUID syncedId() {
        return id;
    }

    @Override
    public ResidentRecorded toEvent() {
        return new ResidentRecorded(
                id,
                familyId,
                nik,
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

    /** The fields of an event; those that never leave stay as they are. */
    void take(ResidentRecorded told) {
        familyId = told.familyId();
        nik = told.nik();
        fullName = told.fullName();
        sex = told.sex();
        bornIn = told.bornIn();
        bornOn = told.bornOn();
        religion = told.religion();
        education = told.education();
        schooling = told.schooling();
        occupation = told.occupation();
        maritalStatus = told.maritalStatus();
        relationship = told.relationship();
        citizenship = told.citizenship();
        fatherNik = told.fatherNik();
        fatherName = told.fatherName();
        motherNik = told.motherNik();
        motherName = told.motherName();
        bloodGroup = told.bloodGroup();
        birthCertificate = told.birthCertificate();
        marriageCertificate = told.marriageCertificate();
        marriedOn = told.marriedOn();
        divorceCertificate = told.divorceCertificate();
        divorcedOn = told.divorcedOn();
        disability = told.disability();
        pregnancy = told.pregnancy();
        ktpHolding = told.ktpHolding();
        ktpRecording = told.ktpRecording();
        currentAddress = told.currentAddress();
        baseStatus = told.baseStatus();
        residency = told.residency();
        ethnicity = told.ethnicity();
        insurance = told.insurance();
        dusun = told.dusun();
        rw = told.rw();
        rt = told.rt();
    }

    ResidentRemoved toRemoval() {
        return new ResidentRemoved(id);
    }
}
