package id.smartkampung.village.book;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.profile.OwnDatabase;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.Residents;
import io.quarkus.logging.Log;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A year of a village at random, against counts that were taken at the end of each month while it was lived. */
@QuarkusTest
@TestProfile(BalanceHistoryTest.OwnYear.class)
class BalanceHistoryTest extends LivedYear {

    private static final int FAMILIES = 12;

    @Inject
    BalanceQueries balances;

    /** A database and a clock of its own. */
    public static class OwnYear implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return OwnDatabase.settings("histories");
        }

        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(LivedYearClock.class);
        }
    }

    @Test
    void everyMonthClosesAsTheRegisterCountedAndOpensAsTheOneBeforeClosed() {
        Log.infof("seed %d", seed);
        LivedYearClock.puts(BEGIN.atDay(1).minusDays(5));
        settle();
        taken.put(BEGIN.minusMonths(1), Census.take());
        for (YearMonth month = BEGIN; month.isBefore(BEGIN.plusMonths(MONTHS)); month = month.plusMonths(1)) {
            live(month);
            taken.put(month, Census.take());
        }

        Map<UUID, Resident> people = Census.people();
        for (YearMonth month = BEGIN; month.isBefore(BEGIN.plusMonths(MONTHS)); month = month.plusMonths(1)) {
            Map<String, Balance> now = balances.byDusun(month, Basis.REPORTED);
            Map<String, Counts> before = taken.get(month.minusMonths(1)).count(people);
            Map<String, Counts> after = taken.get(month).count(people);
            now.forEach((dusun, balance) -> {
                assertSame(balance.opening(), before.getOrDefault(dusun, Counts.NONE));
                assertSame(balance.closing(), after.getOrDefault(dusun, Counts.NONE));
            });
            assertThat(now.keySet()).containsAll(after.keySet());
            Balance village = Balance.sum(now.values());
            assertThat(village.before().heads())
                    .as("heads before %s", month)
                    .isEqualTo(taken.get(month.minusMonths(1)).heads());
            assertThat(village.after().heads())
                    .as("heads after %s", month)
                    .isEqualTo(taken.get(month).heads());
        }
        for (Basis basis : Basis.values()) {
            assertThatMonthsFollowEachOther(basis, Census.take().count(people));
        }
        assertThat(done).containsKeys("merge", "status", "undo", "late");
    }

    private void assertThatMonthsFollowEachOther(Basis basis, Map<String, Counts> end) {
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
        assertSame(last.closing(), end.values().stream().reduce(Counts.NONE, Counts::plus));
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
        comers.add(residents.register(
                        Residents.named("Warga Contoh " + random.nextInt(1000))
                                .set(ResidentField.SEX, sex)
                                .set(ResidentField.RELATIONSHIP, relationship)
                                .set(ResidentField.CITIZENSHIP, random.nextInt(6) == 0 ? Citizenship.ofCode(2) : null)
                                .set(ResidentField.DUSUN, dusun)
                                .onFamilyCard(card, null),
                        OFFICER)
                .id);
    }
}
