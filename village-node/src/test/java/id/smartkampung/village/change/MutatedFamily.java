package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;

/** A family of three to whom things happen. */
abstract class MutatedFamily {

    static final Author OFFICER = Residents.anOfficer();
    static final LocalDate DAY = LocalDate.of(2026, 1, 20);
    static final LocalDate REPORT = LocalDate.of(2026, 1, 25);

    @Inject
    MutationService mutations;

    @Inject
    UndoService undoing;

    @Inject
    ResidentService residents;

    NoKk card;
    Resident head;
    Resident wife;
    Resident child;

    @BeforeEach
    void aFamily() {
        card = Residents.aCard();
        head = member("Paijo Contoh", Sex.MALE, Relationship.HEAD, MaritalStatus.MARRIED);
        wife = member("Painem Contoh", Sex.FEMALE, Relationship.WIFE, MaritalStatus.MARRIED);
        child = member("Paimin Contoh", Sex.MALE, Relationship.CHILD, MaritalStatus.SINGLE);
    }

    Mutation die(Resident resident, UUID successor) {
        return one(mutations.leave(draft(MutationKind.DEATH), Set.of(resident.id), successor, OFFICER));
    }

    static MutationDraft draft(MutationKind kind) {
        return MutationDraft.of(kind, DAY, REPORT);
    }

    static Mutation one(List<Mutation> mutations) {
        assertThat(mutations).hasSize(1);
        return mutations.get(0);
    }

    Resident member(String name, Sex sex, Relationship relationship, MaritalStatus status) {
        return residents.register(
                Residents.named(name)
                        .set(ResidentField.SEX, sex)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .set(ResidentField.MARITAL_STATUS, status)
                        .onFamilyCard(card, null),
                OFFICER);
    }

    static Resident stored(Resident resident) {
        return stored(resident.id);
    }

    static Resident stored(UUID residentId) {
        return read(() -> Resident.findById(residentId));
    }

    static Mutation stored(Mutation mutation) {
        return read(() -> Mutation.findById(mutation.id));
    }

    static <T> T read(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }
}
