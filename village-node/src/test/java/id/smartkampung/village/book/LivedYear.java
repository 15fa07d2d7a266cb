package id.smartkampung.village.book;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.change.MutationDraft;
import id.smartkampung.village.change.MutationService;
import id.smartkampung.village.change.UndoService;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.merge.MergeService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.time.Wib;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;

/** A year of a village at random, and who was there at the end of each of its months, as it was lived. */
abstract class LivedYear {

    static final YearMonth BEGIN = YearMonth.of(2026, 1);
    static final int MONTHS = 12;
    private static final int EVENTS_A_MONTH = 24;
    static final Author OFFICER = Residents.anOfficer();
    private static final List<MutationKind> LEAVING =
            List.of(MutationKind.DEATH, MutationKind.DEPARTURE, MutationKind.MISSING, MutationKind.AWAY);

    @Inject
    ResidentService residents;

    @Inject
    MutationService mutations;

    @Inject
    UndoService undoing;

    @Inject
    MergeService merging;

    @Inject
    EntityManager entities;

    final Map<String, Integer> done = new HashMap<>();
    private int happened;

    final long seed = Long.getLong("seed", 1);
    final Random random = new Random(seed);

    final NavigableMap<YearMonth, Census> taken = new TreeMap<>();

    final Comers comers = new Comers();

    void live(YearMonth month) {
        int before = happened;
        for (int event = 0; event < EVENTS_A_MONTH; event++) {
            LocalDate today = month.atDay(1 + event * (month.lengthOfMonth() - 1) / EVENTS_A_MONTH);
            LivedYearClock.puts(today);
            try {
                happen(today);
                happened++;
            } catch (RefusedException e) {
                Log.debugf("refused: %s", e.code());
            }
        }
        assertThat(happened - before).as("what happened in %s", month).isGreaterThan(EVENTS_A_MONTH / 3);
    }

    private void happen(LocalDate today) {
        // Some of it is typed days or weeks after it was reported.
        LocalDate reported = random.nextInt(3) == 0 ? today.minusDays(random.nextInt(40)) : today;
        LocalDate happened = reported.minusDays(random.nextInt(30));
        switch (random.nextInt(12)) {
            case 0 -> birth(happened, reported);
            case 1 -> arrival(happened, reported, Residency.PERMANENT);
            case 2 -> arrival(happened, reported, Residency.TEMPORARY);
            case 3 -> comeBack(happened, reported);
            case 4 -> undo();
            case 5 -> editStatus();
            case 6 -> editPlace();
            case 7 -> merge();
            case 8 -> stayForGood(happened, reported);
            default -> leave(happened, reported);
        }
    }

    /** What was typed in the first days of a month can still belong to the month before. */
    private void booked(Mutation mutation) {
        YearMonth month = YearMonth.from(mutation.bookedOn);
        YearMonth now = YearMonth.from(Wib.dateOf(mutation.recordedAt));
        count("late", mutation.reportedOn.isBefore(Wib.dateOf(mutation.recordedAt)));
        if (month.equals(now)) {
            return;
        }
        assertThat(month).isEqualTo(now.minusMonths(1));
        assertThat(Wib.dateOf(mutation.recordedAt).getDayOfMonth()).isLessThanOrEqualTo(10);
        Census past = taken.get(month);
        if (mutation.counted && mutation.kind.isAdding()) {
            past.here().add(mutation.residentId);
        } else if (mutation.counted) {
            past.here().remove(mutation.residentId);
        }
        Map<UUID, Resident> people = Census.people();
        effectsOnRelationships(mutation).forEach(id -> past.relationships().put(id, people.get(id).relationship));
        past.relationships().putIfAbsent(mutation.residentId, people.get(mutation.residentId).relationship);
    }

    private List<UUID> effectsOnRelationships(Mutation mutation) {
        List<?> subjects = read(() -> entities.createNativeQuery(
                        "select subject_id from mutation_effect where mutation_id = :id and field = 'relationship'",
                        UUID.class)
                .setParameter("id", mutation.id)
                .getResultList());
        return subjects.stream().map(UUID.class::cast).toList();
    }

    private void count(String what, boolean really) {
        if (really) {
            done.merge(what, 1, Integer::sum);
        }
    }

    private void birth(LocalDate happened, LocalDate today) {
        Resident parent = anybody(BaseStatus.ALIVE);
        known(mutations.born(
                MutationDraft.of(MutationKind.BIRTH, happened, today),
                new ResidentDraft()
                        .set(ResidentField.FULL_NAME, "Bayi Contoh")
                        .set(ResidentField.SEX, random.nextBoolean() ? Sex.MALE : Sex.FEMALE)
                        .set(ResidentField.BORN_ON, happened)
                        .set(ResidentField.RELATIONSHIP, Relationship.CHILD)
                        .set(ResidentField.DUSUN, parent.dusun),
                parent.familyId,
                null,
                OFFICER));
    }

    private void arrival(LocalDate happened, LocalDate today, Residency residency) {
        known(mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, happened, today),
                Residents.named("Pendatang Contoh")
                        .set(ResidentField.SEX, random.nextBoolean() ? Sex.MALE : Sex.FEMALE)
                        .set(ResidentField.RESIDENCY, residency)
                        .set(ResidentField.DUSUN, "DUSUN " + random.nextInt(4))
                        .onFamilyCard(Residents.aCard(), null),
                OFFICER));
    }

    /** Somebody new. */
    private void known(Mutation mutation) {
        comers.add(mutation.residentId);
        booked(mutation);
    }

    private void comeBack(LocalDate happened, LocalDate today) {
        BaseStatus status =
                List.of(BaseStatus.MISSING, BaseStatus.AWAY, BaseStatus.MOVED).get(random.nextInt(3));
        MutationKind kind = status == BaseStatus.MOVED ? MutationKind.ARRIVAL : MutationKind.RETURN;
        booked(mutations.returned(MutationDraft.of(kind, happened, today), anybody(status).id, OFFICER));
    }

    private void leave(LocalDate happened, LocalDate today) {
        Resident resident = anybody(random.nextInt(6) == 0 ? BaseStatus.MISSING : BaseStatus.ALIVE);
        List<Resident> others = comers.list(
                "familyId = ?1 and id <> ?2 and baseStatus = ?3", resident.familyId, resident.id, BaseStatus.ALIVE);
        UUID successor = others.isEmpty() ? null : others.get(random.nextInt(others.size())).id;
        Set<UUID> people =
                others.size() > 1 && random.nextBoolean() ? Set.of(resident.id, others.get(0).id) : Set.of(resident.id);
        mutations
                .leave(
                        MutationDraft.of(LEAVING.get(random.nextInt(LEAVING.size())), happened, today),
                        people,
                        successor,
                        OFFICER)
                .forEach(this::booked);
    }

    private void undo() {
        List<Mutation> all = comers.mutations();
        if (!all.isEmpty()) {
            Mutation one = all.get(random.nextInt(Math.min(all.size(), 25)));
            undoing.undo(one.id, one.version, "salah catat", OFFICER);
            count("undo", true);
        }
    }

    private void stayForGood(LocalDate happened, LocalDate reported) {
        List<Resident> guests =
                comers.list("baseStatus = ?1 and residency = ?2", BaseStatus.ALIVE, Residency.TEMPORARY);
        if (!guests.isEmpty()) {
            Resident guest = guests.get(random.nextInt(guests.size()));
            booked(mutations.returned(MutationDraft.of(MutationKind.ARRIVAL, happened, reported), guest.id, OFFICER));
        }
    }

    /** A correction of who is here, without a mutation: allowed where no mutation says otherwise, and then always so. */
    private void editStatus() {
        Resident one = anybody(random.nextBoolean() ? BaseStatus.ALIVE : BaseStatus.MOVED);
        if (one.relationship == Relationship.HEAD) {
            return;
        }
        BaseStatus other = one.baseStatus == BaseStatus.ALIVE ? BaseStatus.MOVED : BaseStatus.ALIVE;
        residents.change(one.id, one.version, new ResidentDraft().set(ResidentField.BASE_STATUS, other), OFFICER);
        count("status", true);
        boolean here = other == BaseStatus.ALIVE && one.residency == Residency.PERMANENT;
        if (here == one.isInhabitant()) {
            return;
        }
        taken.values().forEach(past -> {
            if (here) {
                past.here().add(one.id);
            } else {
                past.here().remove(one.id);
            }
        });
    }

    private void editPlace() {
        Resident one = anybody(BaseStatus.ALIVE);
        residents.change(
                one.id,
                one.version,
                new ResidentDraft()
                        .set(ResidentField.DUSUN, "DUSUN " + random.nextInt(4))
                        .set(ResidentField.SEX, random.nextBoolean() ? Sex.MALE : Sex.FEMALE),
                OFFICER);
    }

    /** Two records of one person: as far as either of them was not here when now it is, nor was the person. */
    private void merge() {
        Resident kept = anybody(random.nextInt(4) == 0 ? BaseStatus.MOVED : BaseStatus.ALIVE);
        Resident lost = anybody(random.nextInt(4) == 0 ? BaseStatus.MOVED : BaseStatus.ALIVE);
        merging.merge(
                new MergeService.Pair(kept.id, kept.version, lost.id, lost.version),
                random.nextBoolean() ? Set.of(ResidentField.BASE_STATUS) : Set.of(),
                "tercatat dua kali",
                OFFICER);
        count("merge", true);
        Relationship known = kept.relationship;
        int now = number(Census.people().get(kept.id).isInhabitant());
        for (Census past : taken.descendingMap().values()) {
            int was = now
                    + number(past.here().contains(kept.id))
                    - number(kept.isInhabitant())
                    + number(past.here().contains(lost.id))
                    - number(lost.isInhabitant());
            assertThat(was).as("%s merged into %s", lost.id, kept.id).isBetween(0, 1);
            past.here().removeAll(Set.of(kept.id, lost.id));
            if (was == 1) {
                past.here().add(kept.id);
            }
            known = past.relationships().getOrDefault(kept.id, known);
            past.relationships().put(kept.id, known);
        }
    }

    private static int number(boolean here) {
        return here ? 1 : 0;
    }

    private Resident anybody(BaseStatus status) {
        List<Resident> all = comers.list("baseStatus = ?1", status);
        if (all.isEmpty()) {
            throw new RefusedException("nobody");
        }
        return all.get(random.nextInt(all.size()));
    }

    private static <T> T read(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }
}
