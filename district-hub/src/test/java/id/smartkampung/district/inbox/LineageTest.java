package id.smartkampung.district.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.district.lineage.Lineage;
import id.smartkampung.district.lineage.Lineage.Check;
import id.smartkampung.district.lineage.Lineage.Part;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.HouseholdHandedOver;
import id.smartkampung.model.event.HouseholdTakenOver;
import id.smartkampung.model.event.HouseholdTakenOver.Duplicate;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Fault 69 at the hub: households pass from village to village, and nobody is lost or doubled on the way. */
@QuarkusTest
class LineageTest extends SplitVillage {

    @Test
    void theVillageThatGivesIsToldAndWhoIsInItIsCounted() {
        assertThat(commands(parent)).isEqualTo("handover-wanted.v1");
        assertThat(lastCommand(parent)).contains(young.node().value(), KRAJAN, "2027-01-02");
        assertThat(commands(young)).isNull();

        Check now = conservation.check(lineage);
        assertThat(now.persons().persons()).isEqualTo(3);
        assertThat(now.persons().isSettled()).isTrue();
        assertThat(now.stillThere()).isEqualTo(2);
        assertThat(now.isComplete()).isFalse();
    }

    @Test
    void whatWasUnsentComesFirstAndNobodyIsLostAtAnyPlaceOfTheLogs() throws SQLException {
        // Two events that were not sent yet, then the handover and what is left behind.
        ResidentRecorded renamed = aPerson(head.residentId(), "Kepala Baru", family);
        ResidentRecorded corrected = aPerson(child.residentId(), "Anak Baru", family);
        parent.records(renamed, corrected, handedOver(renamed, corrected));
        parent.records(left(renamed), left(corrected), new FamilyRemoved(family.familyId()));
        List<Envelope> unsent = parent.eventsFrom(6);
        for (Envelope event : unsent) {
            receive(parent, List.of(event));
            lineages.give();
            assertThat(conservation.check(lineage).persons().holds())
                    .as("at " + event.position())
                    .isTrue();
        }

        assertThat(commands(young)).isEqualTo("household-given.v1");
        assertThat(lastCommand(young))
                .contains("Kepala Baru", "Anak Baru", parent.node().value());
        assertThat(conservation.check(lineage).persons().onTheWay())
                .containsExactlyInAnyOrder(head.residentId(), child.residentId());

        tells(young, family, renamed, corrected, new HouseholdTakenOver(handover, lineage, List.of(), List.of()));
        lineages.give();

        Check end = conservation.check(lineage);
        assertThat(end.isComplete()).isTrue();
        assertThat(end.persons().persons()).isEqualTo(3);
        assertThat(end.persons().found()).isEqualTo(3);
        assertThat(end.places()).extracting(place -> place.applied().sequence()).containsExactlyInAnyOrder(11L, 4L);
        assertThat(living(parent)).isEqualTo(1);
        assertThat(living(young)).isEqualTo(2);
        assertThat(tables.value("select count(*) from handover where node = ? and data is not null", parent.node()))
                .as("what was taken over is kept here no more")
                .isEqualTo("0");
        assertThat(commands(young)).as("given once").isEqualTo("household-given.v1");
    }

    @Test
    void aHouseholdIsNotGivenBeforeItIsToldWhatIsLeftBehind() throws SQLException {
        tells(parent, handedOver(head, child), left(head));
        lineages.give();
        assertThat(commands(young)).isNull();

        tells(parent, left(child));
        lineages.give();
        assertThat(commands(young)).isEqualTo("household-given.v1");
    }

    @Test
    void aHouseholdThatNoRegisterCouldHoldWaitsHereAndIsGivenToNobody() throws SQLException {
        ResidentRecorded odd = aPerson(head.residentId(), "Kepala\0Keluarga", family);
        tells(parent, handedOver(odd), left(head));

        lineages.give();

        assertThat(commands(young)).isNull();
        assertThat(conservation.check(lineage).waiting()).isEqualTo(1);
        assertThat(conservation.check(lineage).isComplete()).isFalse();
    }

    @Test
    void whatWasGivenLongAgoAndNeverConfirmedIsGivenAgainWhenTheVillageSaysHello() throws SQLException {
        tells(parent, handedOver(head, child), left(head), left(child), new FamilyRemoved(family.familyId()));
        lineages.give();
        inbox.receive(young.node(), topic(young), young.greeting("aa"));
        lineages.give();
        assertThat(commands(young)).isEqualTo("household-given.v1");

        tables.execute("update takeover set given_at = given_at - interval '25 hours' where node = ?", young.node());
        inbox.receive(young.node(), topic(young), young.greeting("aa"));
        lineages.give();

        assertThat(commands(young)).isEqualTo("household-given.v1 household-given.v1");
    }

    @Test
    void whatWasHandedOverAndForgottenByTheHubGoesOnWhenItIsAnnouncedAgain() throws SQLException {
        SimulatedVillage other = villages.aVillage();
        tells(other, handedOver(head), left(head));
        lineages.give();
        assertThat(commands(young)).isNull();

        UUID again = announce(Lineage.Kind.SPLIT, new Part(other.node(), young.node(), List.of(KRAJAN)));
        lineages.give();

        assertThat(commands(young)).isEqualTo("household-given.v1");
        assertThat(conservation.check(again).persons().onTheWay()).containsExactly(head.residentId());
    }

    @Test
    void whomNobodyHasAndWhomTwoHaveAreNamed() throws SQLException {
        tells(parent, handedOver(head, child), head, left(child), new FamilyRemoved(family.familyId()));
        lineages.give();
        tells(young, family, head, new HouseholdTakenOver(handover, lineage, List.of(), List.of()));

        Check found = conservation.check(lineage);

        assertThat(found.persons().inTwo()).containsExactly(head.residentId());
        assertThat(found.persons().inNone()).containsExactly(child.residentId());
        assertThat(found.isComplete()).isFalse();
    }

    @Test
    void twoFamiliesWithOneCardAreListedUntilAPersonDecides() throws SQLException {
        FamilyRecorded other = aFamily("Kidul", family.noKk().value());
        tells(young, other);
        tells(parent, handedOver(head, child), left(head), left(child), new FamilyRemoved(family.familyId()));
        lineages.give();
        Duplicate same = new Duplicate(Subject.FAMILY, family.familyId(), other.familyId());
        tells(
                young,
                family.withCard(null),
                head,
                child,
                new HouseholdTakenOver(handover, lineage, List.of(), List.of(same)));

        assertThat(conservation.check(lineage).duplicates())
                .containsExactly(
                        new Lineage.Duplicate(young.node(), Subject.FAMILY, family.familyId(), other.familyId()));
        assertThat(conservation.check(lineage).isComplete()).isTrue();

        tells(young, new FamilyRemoved(other.familyId()), family);
        assertThat(conservation.check(lineage).duplicates()).isEmpty();
    }

    @Test
    void whatCannotBeGivenToOneVillageStopsNoOther() throws SQLException {
        SimulatedVillage third = villages.aVillage();
        UUID second = announce(Lineage.Kind.SPLIT, new Part(parent.node(), third.node(), List.of("Lor")));
        tells(parent, handedOver(head, child), left(head), left(child), new FamilyRemoved(family.familyId()));
        tells(
                parent,
                new HouseholdHandedOver(
                        UUID.randomUUID(), second, third.node().value(), List.of(staying), List.of(neighbour)),
                left(neighbour),
                new FamilyRemoved(staying.familyId()));
        boolean youngComesFirst = young.node().compareTo(third.node()) < 0;
        SimulatedVillage first = youngComesFirst ? young : third;
        tables.execute("update handover set data = '{}' where to_node = ?", first.node());

        lineages.give();

        assertThat(commands(first)).isNull();
        assertThat(commands(youngComesFirst ? third : young)).isEqualTo("household-given.v1");
        tables.execute("delete from handover where to_node = ?", first.node());
    }

    @Test
    void whoCameBackByALaterChangeIsNotStillToBeHandedOver() throws SQLException {
        tells(parent, handedOver(head, child), left(head), left(child), new FamilyRemoved(family.familyId()));
        lineages.give();
        tells(young, family, head, child, new HouseholdTakenOver(handover, lineage, List.of(), List.of()));
        UUID back = announce(Lineage.Kind.SPLIT, new Part(young.node(), parent.node(), List.of(KRAJAN)));
        UUID again = UUID.randomUUID();
        tells(
                young,
                new HouseholdHandedOver(again, back, parent.node().value(), List.of(family), List.of(head, child)),
                left(head),
                left(child),
                new FamilyRemoved(family.familyId()));
        lineages.give();
        tells(parent, family, head, child, new HouseholdTakenOver(again, back, List.of(), List.of()));

        assertThat(conservation.check(back).isComplete()).isTrue();
        assertThat(conservation.check(lineage).stillThere()).isZero();
    }

    @Test
    void nobodyPutsPeopleIntoTheRegisterOfAnotherWithoutTheDistrict() throws SQLException {
        SimulatedVillage stranger = villages.aVillage();
        tells(stranger, handedOver(head));

        lineages.give();

        assertThat(commands(young)).isNull();
        assertThat(conservation.check(lineage).persons().persons()).isEqualTo(3);
    }

    @Test
    void whatWasLostInARestoreOfTheHubIsAskedForAndGivenAgain() throws SQLException {
        tells(parent, handedOver(head, child), left(head), left(child), new FamilyRemoved(family.familyId()));
        lineages.give();
        Control.Place elsewhere = new Control.Place(1, 7, "ab".repeat(32));

        inbox.receive(young.node(), topic(young), young.obeying(elsewhere));
        inbox.receive(parent.node(), topic(parent), parent.obeying(elsewhere));
        lineages.give();

        assertThat(commands(young)).isEqualTo("household-given.v1");
        assertThat(commands(parent)).isEqualTo("handover-wanted.v1");
        assertThat(tables.value("select max(epoch) from down_event where node = ?", young.node()))
                .isEqualTo("2");
    }

    @Test
    void whatIsNoSplitAndNoMergeIsRefused() {
        NodeId first = parent.node();
        NodeId second = young.node();

        assertThatThrownBy(() -> announce(Lineage.Kind.SPLIT, new Part(first, first, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> announce(Lineage.Kind.SPLIT, new Part(first, second, List.of("Krayan"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody lives in Krayan");
        NodeId third = villages.aVillage().node();
        assertThatThrownBy(() -> announce(
                        Lineage.Kind.SPLIT,
                        new Part(first, second, List.of(KRAJAN)),
                        new Part(first, third, List.of(KRAJAN))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> announce(
                        Lineage.Kind.MERGE, new Part(first, second, List.of()), new Part(second, first, List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> announce(Lineage.Kind.MERGE, new Part(first, new NodeId("nowhere"), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
