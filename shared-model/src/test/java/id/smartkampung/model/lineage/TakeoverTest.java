package id.smartkampung.model.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.HouseholdTakenOver.Duplicate;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TakeoverTest {

    private final FamilyRecorded family = Households.family(UUID.randomUUID(), new NoKk("3510010101260001"), "KRAJAN");
    private final ResidentRecorded person = Households.person(
            UUID.randomUUID(), family.familyId(), new Nik("3510015708900001"), "Contoh Satu", "KRAJAN");
    private final Shelf here = new Shelf();

    @Test
    void whoComesIntoAnEmptyRegisterIsEnteredAsHandedOver() {
        assertThat(takeover()).isEqualTo(new Takeover(List.of(family), List.of(person), List.of()));
    }

    @Test
    void whoeverIsHereUnderTheSameIdStaysAsThisVillageHasIt() {
        here.ids.addAll(Set.of(family.familyId(), person.residentId()));

        assertThat(takeover()).isEqualTo(new Takeover(List.of(), List.of(), List.of()));
    }

    @Test
    void twoFamiliesWithOneCardAreBothKeptAndNamed() {
        UUID other = UUID.randomUUID();
        here.cards.put(family.noKk(), other);

        assertThat(takeover())
                .isEqualTo(new Takeover(
                        List.of(family.withCard(null)),
                        List.of(person),
                        List.of(new Duplicate(Subject.FAMILY, family.familyId(), other))));
    }

    @Test
    void twoPeopleWithOneNikAreBothKeptAndNamed() {
        UUID other = UUID.randomUUID();
        here.niks.put(person.nik(), other);

        assertThat(takeover())
                .isEqualTo(new Takeover(
                        List.of(family),
                        List.of(person.placed(family.familyId(), null)),
                        List.of(new Duplicate(Subject.RESIDENT, person.residentId(), other))));
    }

    @Test
    void whoseFamilyIsNotHereComesWithoutIt() {
        assertThat(Takeover.of(List.of(), List.of(person), here).residents())
                .containsExactly(person.placed(null, person.nik()));
        here.ids.add(family.familyId());
        assertThat(Takeover.of(List.of(), List.of(person), here).residents()).containsExactly(person);
    }

    private Takeover takeover() {
        return Takeover.of(List.of(family), List.of(person), here);
    }

    private static final class Shelf implements Takeover.Register {

        final Set<UUID> ids = new HashSet<>();
        final Map<NoKk, UUID> cards = new HashMap<>();
        final Map<Nik, UUID> niks = new HashMap<>();

        @Override
        public boolean hasFamily(UUID id) {
            return ids.contains(id);
        }

        @Override
        public boolean hasResident(UUID id) {
            return ids.contains(id);
        }

        @Override
        public Optional<UUID> holderOf(NoKk noKk) {
            return Optional.ofNullable(cards.get(noKk));
        }

        @Override
        public Optional<UUID> holderOf(Nik nik) {
            return Optional.ofNullable(niks.get(nik));
        }
    }
}
