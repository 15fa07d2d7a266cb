package id.smartkampung.district.inbox;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.letter.ArchiveScheme;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterFact;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Insurance;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Pregnancy;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Schooling;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Residents, families and requests of made-up people. */
final class Subjects {

    private static final Instant SUBMITTED = Instant.parse("2026-11-21T01:00:00Z");

    private Subjects() {}

    static ResidentRecorded aResident() {
        return aResident(UUID.randomUUID(), "Siti Contoh", Sex.FEMALE, BaseStatus.ALIVE);
    }

    static ResidentRecorded aResident(UUID id, String name, Sex sex, BaseStatus status) {
        String serial = Integer.toString(Math.floorMod(id.hashCode(), 9000) + 1000);
        return new ResidentRecorded(
                id,
                new UUID(1, id.getLeastSignificantBits()),
                new Nik("351001410190" + serial),
                name,
                sex,
                "Banyuwangi",
                LocalDate.of(1990, 1, 1),
                first(Religion.class),
                first(Education.class),
                first(Schooling.class),
                Occupation.ofCode(1),
                first(MaritalStatus.class),
                first(Relationship.class),
                first(Citizenship.class),
                null,
                "Bapak Contoh",
                new Nik("351001410160" + serial),
                "Ibu Contoh",
                first(BloodGroup.class),
                "AL 000-1990",
                null,
                LocalDate.of(2015, 2, 28),
                null,
                null,
                null,
                sex == Sex.FEMALE ? first(Pregnancy.class) : null,
                first(KtpHolding.class),
                first(KtpRecording.class),
                "Jalan Contoh 1",
                status,
                first(Residency.class),
                "Osing",
                first(Insurance.class),
                "Krajan",
                "001",
                "002");
    }

    static ResidentRemoved removed(ResidentRecorded resident) {
        return new ResidentRemoved(resident.residentId());
    }

    static FamilyRecorded aFamily(UUID id, String address) {
        return new FamilyRecorded(id, new NoKk("3510010101901234"), address, "Krajan", "001", "002");
    }

    static FamilyRemoved removed(FamilyRecorded family) {
        return new FamilyRemoved(family.familyId());
    }

    /** A request that has come through the given states, a minute each. */
    static RequestRecorded aRequest(UUID id, RequestState... states) {
        List<Step> steps = new ArrayList<>();
        for (RequestState state : states) {
            steps.add(new Step(state, SUBMITTED.plusSeconds(60L * steps.size())));
        }
        return new RequestRecorded(
                id,
                "26-0001",
                new UUID(2, id.getLeastSignificantBits()),
                new LetterKind("SKTM"),
                Channel.COUNTER,
                states[states.length - 1],
                false,
                SUBMITTED,
                steps);
    }

    /**
     * A mutation that was reported on a day; undone at a time, or null. Every third day it changes no number, late in a month
     * it is booked in the next one.
     */
    static MutationRecorded aMutation(UUID id, MutationKind kind, LocalDate reportedOn, Instant undoneAt) {
        LocalDate bookedOn = reportedOn.getDayOfMonth() > 25 ? reportedOn.plusDays(20) : reportedOn;
        return new MutationRecorded(
                id,
                new UUID(2, id.getLeastSignificantBits()),
                new UUID(1, id.getLeastSignificantBits()),
                kind,
                reportedOn.minusDays(3),
                reportedOn,
                bookedOn,
                SUBMITTED,
                reportedOn.getDayOfMonth() % 3 != 0,
                Sex.FEMALE,
                first(Citizenship.class),
                first(Residency.class),
                first(Relationship.class),
                "Krajan",
                kind.isMove() ? MoveKind.WITHIN_KABUPATEN : null,
                kind.isMove() ? new KodeWilayah("35.10.02.2003") : null,
                "SK 1/2026",
                kind == MutationKind.BIRTH ? new UUID(4, id.getLeastSignificantBits()) : null,
                new UUID(3, id.getLeastSignificantBits()),
                undoneAt);
    }

    /** A letter in a state; with a file where it has one. */
    static LetterRecorded aLetter(UUID id, LetterState state) {
        return aLetter(id, state, new LetterCode("0123456789ABCDEFGHJKMNPQRS"));
    }

    static LetterRecorded aLetter(UUID id, LetterState state, LetterCode code) {
        boolean signed = state == LetterState.SIGNED || state == LetterState.WITHDRAWN;
        return aLetter(
                id,
                new UUID(4, id.getLeastSignificantBits()),
                state,
                code,
                signed ? "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" : null,
                signed ? 123_456L : null);
    }

    /** A signed letter of a request, with its file. */
    static LetterRecorded aLetter(UUID id, UUID request, byte[] file) {
        LetterCode code = LetterCode.random(new SecureRandom());
        String sha256 = Hash.sha256(file).hex();
        return aLetter(id, request, LetterState.SIGNED, code, sha256, (long) file.length);
    }

    private static LetterRecorded aLetter(
            UUID id, UUID request, LetterState state, LetterCode code, String sha256, Long bytes) {
        return new LetterRecorded(
                id,
                request,
                new UUID(2, id.getLeastSignificantBits()),
                new LetterKind("SKTM"),
                1,
                "Surat Keterangan Tidak Mampu",
                ArchiveScheme.PERMENDAGRI_83_2022,
                "400.9",
                "400.9/12/429.517.06/2026",
                2026,
                12,
                LocalDate.of(2026, 11, 21),
                LocalDate.of(2027, 2, 19),
                state,
                SUBMITTED,
                state == LetterState.NUMBERED ? null : "Contoh alasan",
                "Kepala Desa Contoh",
                "Contoh Nama",
                sha256 == null ? null : SigningMethod.LOCAL,
                code,
                "S*** R******",
                List.of(new LetterFact("Keperluan", "Beasiswa")),
                sha256,
                bytes);
    }

    private static <E extends Enum<E> & Coded> E first(Class<E> vocabulary) {
        return vocabulary.getEnumConstants()[0];
    }
}
