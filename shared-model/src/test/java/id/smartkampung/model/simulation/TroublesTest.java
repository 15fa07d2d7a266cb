package id.smartkampung.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.model.protocol.Judgement;
import id.smartkampung.model.protocol.Suspect;
import id.smartkampung.model.protocol.Untold;
import id.smartkampung.model.simulation.Oracle.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** One kind of trouble at a time, each in many runs; village and hub must be equal afterwards, and the trouble named. */
class TroublesTest {

    private static final int RUNS = 50;
    private static final int BEFORE = 15_000;
    private static final int AFTER = 15_000;

    @Test
    void aVillageThatIsSetBackAndRestsGetsBackWhatItLostInTheSameEpoch() {
        assertThat(after((troubles, village) -> troubles.setBack(village, false)))
                .allSatisfy(it -> assertThat(epoch(it)).isEqualTo(1));
    }

    @Test
    void aVillageThatIsSetBackAndWorksOnForksItsEpochAndOverwritesNothing() {
        assertThat(after((troubles, village) -> troubles.setBack(village, true)))
                .anySatisfy(it -> assertThat(epoch(it)).isEqualTo(2));
    }

    @Test
    void aVillageThatIsSetBackAgainWhileItsForkIsOnTheWayLosesNothing() {
        assertThat(after(Troubles::setBackTwice))
                .anySatisfy(it -> assertThat(epoch(it)).isGreaterThan(1));
    }

    @Test
    void whoeverForgetsWhatWasLeftLosesIt() {
        Parts forgetful = new Parts() {
            @Override
            Untold untold(Untold before, Judgement judgement, Function<Judgement.Branch, List<Untold.Told>> behind) {
                return Untold.NOTHING;
            }
        };

        assertThatThrownBy(() -> after(forgetful, Troubles::setBackTwice)).isInstanceOf(Violation.class);
    }

    @Test
    void aVillageThatLostItsDatabaseGetsEverythingBack() {
        assertThat(after((troubles, village) -> troubles.loseDatabase(village)))
                .allSatisfy(it -> assertThat(it.villages.get(0).disk.log).isNotEmpty());
    }

    @Test
    void twoMachinesOfOneVillageAreNoticedAndFrozenUntilAPersonPicks() {
        assertThat(after(Troubles::copyMachine))
                .allSatisfy(it -> assertThat(it.wereFrozen).isNotEmpty());
    }

    @Test
    void aHubThatIsSetBackGetsAgainWhatItLost() {
        assertThat(after((troubles, village) -> troubles.restoreHub()))
                .allSatisfy(it -> assertThat(epoch(it)).isEqualTo(1));
    }

    @Test
    void aBrokerThatLosesEverythingLosesNothing() {
        assertThat(after((troubles, village) -> troubles.wipeBroker()))
                .allSatisfy(it -> assertThat(named(it)).isEmpty());
    }

    @Test
    void recordsThatTheBrokerTookAndLostAreSentAgain() {
        assertThat(after((troubles, village) -> troubles.loseTail(village)))
                .allSatisfy(it -> assertThat(named(it)).isEmpty());
    }

    @Test
    void recordsThatExpiredBeforeTheyWereReadAreSentAgain() {
        assertThat(after((troubles, village) -> troubles.expireUnread(village)))
                .allSatisfy(it -> assertThat(named(it)).isEmpty());
    }

    @Test
    void whatAStolenKeySignedIsNamedAndNotApplied() {
        assertThat(after((troubles, village) -> troubles.forger.forgeNext(village, Forger.STOLEN_KEY)))
                .allSatisfy(it ->
                        assertThat(named(it)).contains(Suspect.Kind.UNTRUSTED).doesNotContain(Suspect.Kind.FORK));
    }

    @Test
    void whatSomebodyWritesAtAPlaceAlreadyFilledIsNamedAndIsNoForkOfTheVillage() {
        assertThat(after((troubles, village) -> troubles.forger.forgePast(village)))
                .allSatisfy(it -> assertThat(named(it)).containsExactly(Suspect.Kind.UNTRUSTED));
    }

    @Test
    void genuineRecordsSentOnceMoreChangeNothing() {
        assertThat(after(Troubles::replay))
                .allSatisfy(it -> assertThat(named(it)).isEmpty());
    }

    @Test
    void keysMayBeChangedInTheMiddleOfTheLog() {
        assertThat(after(Troubles::changeKey))
                .allSatisfy(it -> assertThat(named(it)).isEmpty());
    }

    @Test
    void aKeyWhoseAnnouncementIsLostUnreadLocksNobodyOut() {
        assertThat(after(Troubles::loseChangedKey))
                .allSatisfy(it -> assertThat(it.villages.get(0).keys).hasSizeGreaterThan(1))
                .allSatisfy(it -> assertThat(epoch(it)).isEqualTo(1));
    }

    @Test
    void aHubThatIsSetBackBehindAChangeOfKeysIsGreetedWithTheKeyThatItKnows() {
        assertThat(after((troubles, village) -> {
                    troubles.changeKey(village);
                    troubles.restoreHub();
                }))
                .allSatisfy(it -> assertThat(epoch(it)).isEqualTo(1));
    }

    @Test
    void whoeverGreetsWithTheNewestKeyOnlyIsLockedOut() {
        Parts stubborn = new Parts() {
            @Override
            List<String> helloKeys(VillageDisk disk, boolean emptied, List<String> held) {
                return held.subList(0, 1);
            }
        };

        assertThatThrownBy(() -> after(stubborn, Troubles::loseChangedKey)).isInstanceOf(Violation.class);
    }

    @Test
    void whatAnOldKeySignsBehindItsChangeIsNamedAndNotApplied() {
        assertThat(after(Troubles::changeStolenKey))
                .anySatisfy(it -> assertThat(named(it)).contains(Suspect.Kind.UNTRUSTED));
    }

    @Test
    void twoHubsThatThinkTheyAreAloneApplyEverythingOnce() {
        assertThat(after((troubles, village) -> troubles.addSlowHub()))
                .allSatisfy(it -> assertThat(named(it)).isEmpty());
    }

    @Test
    void aHubThatDiesAnywhereAppliesEverythingOnce() {
        assertThat(after((troubles, village) -> troubles.letHubsDie()))
                .allSatisfy(it -> assertThat(named(it)).isEmpty());
    }

    @Test
    void aLineThatLosesRepeatsAndReordersChangesNothing() {
        assertThat(after((troubles, village) -> troubles.spoilTheLine()))
                .allSatisfy(it -> assertThat(epoch(it)).isEqualTo(1));
    }

    /** Runs to their end, which is where village, hub and what was done are held against each other. */
    private static List<Simulation> after(BiConsumer<Troubles, Village> trouble) {
        return after(new Parts(), trouble);
    }

    private static List<Simulation> after(Parts parts, BiConsumer<Troubles, Village> trouble) {
        List<Simulation> ended = new ArrayList<>();
        for (long seed = 0; seed < RUNS; seed++) {
            Simulation simulation = new Simulation(seed, parts, 1);
            Troubles troubles = new Troubles(simulation);
            troubles.keepBackups();
            simulation.world.run(BEFORE);
            trouble.accept(troubles, simulation.villages.get(0));
            simulation.world.run(AFTER);
            simulation.heal();
            ended.add(simulation);
        }
        return ended;
    }

    private static int epoch(Simulation simulation) {
        return simulation.villages.get(0).disk.head().position().epoch();
    }

    private static Set<Suspect.Kind> named(Simulation simulation) {
        return simulation.oracle.named(simulation.villages.get(0).node);
    }
}
