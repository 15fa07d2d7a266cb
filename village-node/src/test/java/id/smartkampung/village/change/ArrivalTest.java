package id.smartkampung.village.change;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.Residents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArrivalTest {

    private static final Author OFFICER = Residents.anOfficer();

    @Inject
    MutationService mutations;

    @Inject
    UndoService undoing;

    @Test
    void whoWasBroughtByAnUndoneMutationCountsNowhereAndKeepsNoNik() {
        ResidentDraft newcomer = Residents.named("Pendatang Contoh");
        Mutation arrival = mutations.arrived(draft(MutationKind.ARRIVAL), newcomer, OFFICER);

        undoing.undo(arrival.id, arrival.version, "salah catat", OFFICER);

        Resident taken = stored(arrival.residentId);
        assertThat(taken.baseStatus).isEqualTo(BaseStatus.INVALID);
        assertThat(taken.nik).isNull();
        Mutation again = mutations.arrived(draft(MutationKind.ARRIVAL), newcomer, OFFICER);
        assertThat(again.residentId).isNotEqualTo(arrival.residentId);
    }

    @Test
    void temporaryResidentsDoNotChangeTheNumberOfInhabitants() {
        Mutation arrival = mutations.arrived(
                draft(MutationKind.ARRIVAL),
                Residents.named("Tamu Contoh").set(ResidentField.RESIDENCY, Residency.TEMPORARY),
                OFFICER);
        Mutation left = mutations
                .leave(draft(MutationKind.AWAY), Set.of(arrival.residentId), null, OFFICER)
                .get(0);

        assertThat(arrival.counted).isFalse();
        assertThat(left.counted).isFalse();
    }

    private static MutationDraft draft(MutationKind kind) {
        return MutationDraft.of(kind, LocalDate.of(2026, 1, 20), LocalDate.of(2026, 1, 25));
    }

    private static Resident stored(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> Resident.findById(id));
    }
}
