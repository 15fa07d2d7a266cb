package id.smartkampung.village.book;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.change.MutationDraft;
import id.smartkampung.village.change.MutationService;
import id.smartkampung.village.change.UndoService;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.profile.OwnDatabase;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.register.ResidentService;
import id.smartkampung.village.register.Residents;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A year of a village at random, against counts that were taken at the end of each month while it was lived. */
@QuarkusTest
@TestProfile(HistoriesTest.OwnYear.class)
class HistoriesTest {

    private static final YearMonth BEGIN = YearMonth.of(2026, 1);
    private static final int MONTHS = 12;
    private static final int EVENTS_A_MONTH = 14;
    private static final int FAMILIES = 12;
    private static final Author OFFICER = Residents.anOfficer();
    private static final List<MutationKind> LEAVING =
            List.of(MutationKind.DEATH, MutationKind.DEPARTURE, MutationKind.MISSING, MutationKind.AWAY);

    @Inject
    ResidentService residents;

    @Inject
    MutationService mutations;

    @Inject
    UndoService undoing;

    @Inject
    BalanceQueries balances;

    private final long seed = Long.getLong("seed", 20261122L);
    private final Random random = new Random(seed);

    /** A database and a clock of its own. */
    public static class OwnYear implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return OwnDatabase.settings("histories");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(MovingClock.class);
        }
    }

    /** What a plain count of the register says. */
    private record Taken(Map<String, Counts> byDusun, long heads) {}

    @Test
    void everyMonthClosesAsTheRegisterCountedAndOpensAsTheOneBeforeClosed() {
        Log.infof("seed %d", seed);
        MovingClock.puts(BEGIN.atDay(1).minusDays(5));
        settle();
        Map<YearMonth, Taken> taken = new LinkedHashMap<>();
        taken.put(BEGIN.minusMonths(1), count());
        for (YearMonth month = BEGIN; month.isBefore(BEGIN.plusMonths(MONTHS)); month = month.plusMonths(1)) {
            live(month);
            taken.put(month, count());
        }

        for (YearMonth month = BEGIN; month.isBefore(BEGIN.plusMonths(MONTHS)); month = month.plusMonths(1)) {
            Map<String, Balance> now = balances.byDusun(month, Basis.REPORTED);
            Taken before = taken.get(month.minusMonths(1));
            Taken after = taken.get(month);
            now.forEach((dusun, balance) -> {
                assertSame(balance.opening(), before.byDusun().getOrDefault(dusun, Counts.NONE));
                assertSame(balance.closing(), after.byDusun().getOrDefault(dusun, Counts.NONE));
            });
            assertThat(now.keySet()).containsAll(after.byDusun().keySet());
            Balance village = Balance.sum(now.values());
            assertThat(village.before().heads()).as("heads before %s", month).isEqualTo(before.heads());
            assertThat(village.after().heads()).as("heads after %s", month).isEqualTo(after.heads());
        }
        for (Basis basis : Basis.values()) {
            assertThatMonthsFollowEachOther(basis, taken.get(BEGIN.plusMonths(MONTHS - 1)));
        }
    }

    private void assertThatMonthsFollowEachOther(Basis basis, Taken end) {
        Balance last = null;
        for (YearMonth month = BEGIN.minusMonths(3);
                month.isBefore(BEGIN.plusMonths(MONTHS));
                month = month.plusMonths(1)) {
            Balance now = Balance.sum(balances.byDusun(month, basis).values());
            assertSame(
                    now.closing(),
                    now.opening()
                            .plus(now.born())
                            .plus(now.came())
                            .minus(now.died())
                            .minus(now.left()));
            assertThat(now.before().heads() + now.before().others())
                    .isEqualTo(now.opening().total());
            if (last != null) {
                assertSame(now.opening(), last.closing());
                assertThat(now.before()).isEqualTo(last.after());
            }
            last = now;
        }
        assertSame(last.closing(), end.byDusun().values().stream().reduce(Counts.NONE, Counts::plus));
    }

    private static void assertSame(Counts one, Counts other) {
        assertThat(one.same(other)).as("%s and %s", one, other).isTrue();
    }

    private void settle() {
        for (int family = 0; family < FAMILIES; family++) {
            NoKk card = Residents.aCard();
            String dusun = "DUSUN " + family % 3;
            enter(Relationship.HEAD, Sex.MALE, dusun, card);
            enter(Relationship.WIFE, Sex.FEMALE, dusun, card);
            enter(Relationship.CHILD, random.nextBoolean() ? Sex.MALE : null, dusun, card);
        }
    }

    private void enter(Relationship relationship, Sex sex, String dusun, NoKk card) {
        residents.register(
                Residents.named("Warga Contoh " + random.nextInt(1000))
                        .set(ResidentField.SEX, sex)
                        .set(ResidentField.RELATIONSHIP, relationship)
                        .set(ResidentField.CITIZENSHIP, random.nextInt(6) == 0 ? Citizenship.ofCode(2) : null)
                        .set(ResidentField.DUSUN, dusun)
                        .onFamilyCard(card, null),
                OFFICER);
    }

    private void live(YearMonth month) {
        int done = 0;
        for (int event = 0; event < EVENTS_A_MONTH; event++) {
            LocalDate today = month.atDay(1 + event * (month.lengthOfMonth() - 1) / EVENTS_A_MONTH);
            MovingClock.puts(today);
            try {
                happen(today);
                done++;
            } catch (RefusedException e) {
                Log.debugf("refused: %s", e.code());
            }
        }
        assertThat(done).as("what happened in %s", month).isGreaterThan(EVENTS_A_MONTH / 3);
    }

    private void happen(LocalDate today) {
        LocalDate happened = today.minusDays(random.nextInt(70));
        switch (random.nextInt(8)) {
            case 0 -> birth(happened, today);
            case 1 -> arrival(happened, today, Residency.PERMANENT);
            case 2 -> arrival(happened, today, Residency.TEMPORARY);
            case 3 -> comeBack(happened, today);
            case 4 -> undo();
            default -> leave(happened, today);
        }
    }

    private void birth(LocalDate happened, LocalDate today) {
        Resident parent = anybody(BaseStatus.ALIVE);
        mutations.born(
                MutationDraft.of(MutationKind.BIRTH, happened, today),
                new ResidentDraft()
                        .set(ResidentField.FULL_NAME, "Bayi Contoh")
                        .set(ResidentField.SEX, random.nextBoolean() ? Sex.MALE : Sex.FEMALE)
                        .set(ResidentField.BORN_ON, happened)
                        .set(ResidentField.RELATIONSHIP, Relationship.CHILD)
                        .set(ResidentField.DUSUN, parent.dusun),
                parent.familyId,
                OFFICER);
    }

    private void arrival(LocalDate happened, LocalDate today, Residency residency) {
        mutations.arrived(
                MutationDraft.of(MutationKind.ARRIVAL, happened, today),
                Residents.named("Pendatang Contoh")
                        .set(ResidentField.SEX, random.nextBoolean() ? Sex.MALE : Sex.FEMALE)
                        .set(ResidentField.RESIDENCY, residency)
                        .set(ResidentField.DUSUN, "DUSUN " + random.nextInt(4))
                        .onFamilyCard(Residents.aCard(), null),
                OFFICER);
    }

    private void comeBack(LocalDate happened, LocalDate today) {
        BaseStatus status =
                List.of(BaseStatus.MISSING, BaseStatus.AWAY, BaseStatus.MOVED).get(random.nextInt(3));
        MutationKind kind = status == BaseStatus.MOVED ? MutationKind.ARRIVAL : MutationKind.RETURN;
        mutations.returned(MutationDraft.of(kind, happened, today), anybody(status).id, OFFICER);
    }

    private void leave(LocalDate happened, LocalDate today) {
        Resident resident = anybody(random.nextInt(6) == 0 ? BaseStatus.MISSING : BaseStatus.ALIVE);
        List<Resident> others = read(() -> Resident.<Resident>list(
                "familyId = ?1 and id <> ?2 and baseStatus = ?3 order by id",
                resident.familyId,
                resident.id,
                BaseStatus.ALIVE));
        UUID successor = others.isEmpty() ? null : others.get(random.nextInt(others.size())).id;
        Set<UUID> people =
                others.size() > 1 && random.nextBoolean() ? Set.of(resident.id, others.get(0).id) : Set.of(resident.id);
        mutations.leave(
                MutationDraft.of(LEAVING.get(random.nextInt(LEAVING.size())), happened, today),
                people,
                successor,
                OFFICER);
    }

    private void undo() {
        List<Mutation> all = read(() -> Mutation.<Mutation>list("undoneAt is null order by recordedAt desc"));
        if (!all.isEmpty()) {
            Mutation one = all.get(random.nextInt(Math.min(all.size(), 25)));
            undoing.undo(one.id, one.version, "salah catat", OFFICER);
        }
    }

    private Resident anybody(BaseStatus status) {
        List<Resident> all = read(() -> Resident.<Resident>list("baseStatus = ?1 order by createdAt, id", status));
        if (all.isEmpty()) {
            throw new RefusedException("nobody");
        }
        return all.get(random.nextInt(all.size()));
    }

    /** Counted anew on purpose, by rules written out a second time. */
    private Taken count() {
        return read(() -> {
            Map<String, Counts> byDusun = new LinkedHashMap<>();
            List<Resident> here =
                    Resident.list("baseStatus = ?1 and residency = ?2", BaseStatus.ALIVE, Residency.PERMANENT);
            for (Resident one : here) {
                boolean foreign = one.citizenship == Citizenship.ofCode(2);
                Group group;
                if (one.sex == null) {
                    group = foreign ? Group.FOREIGN_UNKNOWN : Group.UNKNOWN;
                } else if (one.sex == Sex.MALE) {
                    group = foreign ? Group.FOREIGN_MEN : Group.MEN;
                } else {
                    group = foreign ? Group.FOREIGN_WOMEN : Group.WOMEN;
                }
                byDusun.merge(one.dusun, Counts.of(group, 1), Counts::plus);
            }
            long heads = here.stream()
                    .filter(one -> one.relationship == Relationship.HEAD)
                    .count();
            return new Taken(byDusun, heads);
        });
    }

    private static <T> T read(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }
}
