package id.smartkampung.deploy.history;

import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Relationship;
import java.time.LocalDate;
import java.util.UUID;

/** A resident as the register has one at some time; what changes in two years can be put back to what it was. */
final class Entry {

    private final ResidentRecorded rest;

    private UUID familyId;
    private String dusun;
    private String rw;
    private String rt;

    Relationship relationship;
    MaritalStatus maritalStatus;
    String marriageCertificate;
    LocalDate marriedOn;
    String divorceCertificate;
    LocalDate divorcedOn;
    Education education;
    Occupation occupation;
    BloodGroup bloodGroup;
    String birthCertificate;
    KtpHolding ktpHolding;
    KtpRecording ktpRecording;
    BaseStatus baseStatus;

    Entry(ResidentRecorded event) {
        rest = event;
        familyId = event.familyId();
        dusun = event.dusun();
        rw = event.rw();
        rt = event.rt();
        relationship = event.relationship();
        maritalStatus = event.maritalStatus();
        marriageCertificate = event.marriageCertificate();
        marriedOn = event.marriedOn();
        divorceCertificate = event.divorceCertificate();
        divorcedOn = event.divorcedOn();
        education = event.education();
        occupation = event.occupation();
        bloodGroup = event.bloodGroup();
        birthCertificate = event.birthCertificate();
        ktpHolding = event.ktpHolding();
        ktpRecording = event.ktpRecording();
        baseStatus = event.baseStatus();
    }

    boolean isIn(Home home) {
        return home.id().equals(familyId);
    }

    void putInto(Home home, Relationship place) {
        familyId = home.id();
        dusun = home.dusun();
        rw = home.rw();
        rt = home.rt();
        relationship = place;
    }

    ResidentRecorded event() {
        return new ResidentRecorded(
                rest.residentId(),
                familyId,
                rest.nik(),
                rest.fullName(),
                rest.sex(),
                rest.bornIn(),
                rest.bornOn(),
                rest.religion(),
                education,
                rest.schooling(),
                occupation,
                maritalStatus,
                relationship,
                rest.citizenship(),
                rest.fatherNik(),
                rest.fatherName(),
                rest.motherNik(),
                rest.motherName(),
                bloodGroup,
                birthCertificate,
                marriageCertificate,
                marriedOn,
                divorceCertificate,
                divorcedOn,
                rest.disability(),
                rest.pregnancy(),
                ktpHolding,
                ktpRecording,
                rest.currentAddress(),
                baseStatus,
                rest.residency(),
                rest.ethnicity(),
                rest.insurance(),
                dusun,
                rw,
                rt);
    }
}
