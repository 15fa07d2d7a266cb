package id.smartkampung.village.letter.effect;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.change.MutationDraft;
import id.smartkampung.village.change.MutationService;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.letter.LetterChecks;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records in the register what a signed letter reports: once, and linked to it. */
@ApplicationScoped
public class EffectService {

    private final MutationService mutations;
    private final LetterTypes types;
    private final LetterChecks checks;
    private final VillageProfile village;
    private final Clock clock;

    EffectService(
            MutationService mutations, LetterTypes types, LetterChecks checks, VillageProfile village, Clock clock) {
        this.mutations = mutations;
        this.types = types;
        this.checks = checks;
        this.village = village;
        this.clock = clock;
    }

    /** What a letter reports; nothing for one that changes nothing, or whose words were lost. */
    Optional<Reported> reported(Letter letter) {
        return letter.isWhole()
                ? types.find(letter.kind, letter.typeVersion).flatMap(type -> Reported.by(type, letter.answers()))
                : Optional.empty();
    }

    /** Whoever asks again is given what was recorded. */
    @Transactional
    Mutation record(UUID letterId, EffectForm form, Author author) {
        Letter letter = Letter.<Letter>findByIdOptional(letterId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
        LetterEffect known = LetterEffect.findById(letterId);
        if (known != null) {
            return Mutation.<Mutation>findByIdOptional(known.mutationId).orElseThrow(NotFoundException::new);
        }
        if (letter.state != LetterState.SIGNED) {
            throw new RefusedException("effect-not-signed");
        }
        Reported told = reported(letter).orElseThrow(() -> new RefusedException("effect-none"));
        Mutation mutation = switch (told.kind()) {
            case DEATH -> death(letter, told, form, author);
            case BIRTH -> birth(letter, told, author);
            case DEPARTURE -> departure(letter, told, form, author);
            case ARRIVAL -> arrival(letter, told, form, author);
            case MISSING, AWAY, RETURN -> throw new RefusedException("effect-none");
        };
        LetterEffect effect = new LetterEffect();
        effect.letterId = letterId;
        effect.mutationId = mutation.id;
        effect.at = clock.instant();
        effect.username = author.username();
        effect.persist();
        return mutation;
    }

    private Mutation death(Letter letter, Reported told, EffectForm form, Author author) {
        Resident deceased = told.deceased();
        if (deceased == null) {
            throw new RefusedException("effect-person-unknown");
        }
        Optional<Mutation> before = standing(deceased.id, MutationKind.DEATH);
        if (before.isPresent()) {
            return before.get();
        }
        LocalDate day = told.day().orElseThrow(() -> new RefusedException("effect-day-missing"));
        MutationDraft draft = draft(
                letter, MutationKind.DEATH, day, told.text("tempat_mati"), letter.number, told.name("pelapor_nik"));
        return mutations
                .leave(draft, Set.of(deceased.id), form.successor(), author)
                .get(0);
    }

    private Mutation birth(Letter letter, Reported told, Author author) {
        Resident mother = told.person("nik_ibu");
        if (mother == null || mother.familyId == null) {
            throw new RefusedException("effect-mother-unknown");
        }
        LocalDate day = told.day().orElseThrow(() -> new RefusedException("effect-day-missing"));
        String name = told.text("nama_bayi");
        boolean known = Resident.listByFamily(mother.familyId).stream()
                .anyMatch(one -> Objects.equals(one.bornOn, day) && one.fullName.equalsIgnoreCase(name));
        if (known) {
            throw new RefusedException("effect-child-known");
        }
        MutationDraft draft = draft(letter, MutationKind.BIRTH, day, null, letter.number, mother.fullName);
        return mutations.born(draft, child(told, name, day, mother), mother.familyId, mother.id, author);
    }

    private ResidentDraft child(Reported told, String name, LocalDate day, Resident mother) {
        Resident father = told.person("nik_ayah");
        ResidentDraft child = new ResidentDraft()
                .set(ResidentField.FULL_NAME, name)
                .set(ResidentField.SEX, Sex.ofCode(Integer.parseInt(told.text("jk_bayi"))))
                .set(ResidentField.BORN_ON, day)
                .set(
                        ResidentField.BORN_IN,
                        Wilayah.find(village.kode().kabupaten())
                                .map(Wilayah.Area::name)
                                .orElse(null))
                .set(ResidentField.RELATIONSHIP, Relationship.CHILD)
                .set(ResidentField.MARITAL_STATUS, MaritalStatus.SINGLE)
                .set(ResidentField.CITIZENSHIP, Objects.requireNonNullElse(mother.citizenship, Citizenship.ofCode(1)))
                .set(ResidentField.MOTHER_NAME, mother.fullName)
                .set(ResidentField.MOTHER_NIK, mother.nik)
                .set(ResidentField.RELIGION, mother.religion)
                .set(ResidentField.RESIDENCY, Objects.requireNonNullElse(mother.residency, Residency.PERMANENT))
                .set(ResidentField.DUSUN, mother.dusun)
                .set(ResidentField.RW, mother.rw)
                .set(ResidentField.RT, mother.rt);
        return father == null
                ? child
                : child.set(ResidentField.FATHER_NAME, father.fullName).set(ResidentField.FATHER_NIK, father.nik);
    }

    private Mutation departure(Letter letter, Reported told, EffectForm form, Author author) {
        MoveKind move = told.move().orElseThrow(() -> new RefusedException("effect-move-unknown"));
        if (move == MoveKind.WITHIN_DESA) {
            throw new RefusedException("effect-within-village");
        }
        Resident applicant = Resident.findById(letter.applicantId);
        Optional<Mutation> before = standing(applicant.id, MutationKind.DEPARTURE);
        if (before.isPresent()) {
            return before.get();
        }
        // whom one does not see would stay behind
        if (checks.hidesSome(told.type(), told.answers(), applicant)) {
            throw new RefusedException("out-of-area");
        }
        MutationDraft draft = moved(letter, MutationKind.DEPARTURE, form, move, told.text("alamat_tujuan"));
        return mutations
                .leave(draft, told.going(applicant).keySet(), form.successor(), author)
                .get(0);
    }

    /** The applicant is in the register already: recorded when they came, or here again after they had moved. */
    private Mutation arrival(Letter letter, Reported told, EffectForm form, Author author) {
        Resident applicant = Resident.findById(letter.applicantId);
        Optional<Mutation> before = standing(applicant.id, MutationKind.ARRIVAL);
        if (before.isPresent() && applicant.isCounted()) {
            return before.get();
        }
        MutationDraft draft = moved(letter, MutationKind.ARRIVAL, form, null, told.text("alamat_asal"));
        return mutations.returned(draft, applicant.id, author);
    }

    private MutationDraft moved(Letter letter, MutationKind kind, EffectForm form, MoveKind move, String place) {
        MutationDraft draft =
                draft(letter, kind, form.day(), null, Objects.requireNonNullElse(form.document(), letter.number), null);
        return new MutationDraft(
                kind,
                draft.happenedOn(),
                draft.reportedOn(),
                move,
                null,
                place,
                null,
                null,
                draft.document(),
                null,
                null);
    }

    /** Reported is what was told at the counter; a letter that was filled in later is reported on the day it is signed. */
    private MutationDraft draft(
            Letter letter, MutationKind kind, LocalDate day, String place, String document, String reporter) {
        Request request = Request.findById(letter.requestId);
        LocalDate asked = Wib.dateOf(request.submittedAt);
        LocalDate reported = day.isAfter(asked) ? Wib.dateOf(clock.instant()) : asked;
        return new MutationDraft(kind, day, reported, null, null, null, place, null, document, reporter, null);
    }

    /** The mutation of a kind that was recorded by hand before, and still holds. */
    private static Optional<Mutation> standing(UUID resident, MutationKind kind) {
        return Mutation.listByResident(resident).stream()
                .filter(one -> one.kind == kind && !one.isUndone())
                .findFirst();
    }
}
