package id.smartkampung.deploy.history;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What an officer recorded at one moment: a birth, a death, a move, or a change in the register. */
final class Act {

    static final Comparator<Act> ORDER =
            Comparator.comparing((Act act) -> act.at).thenComparingInt(act -> act.serial);

    private final Instant at;
    private final int serial;
    private final LocalDate happenedOn;
    private final List<Home> opened = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final List<Mutation> mutations = new ArrayList<>();

    MutationKind kind;
    MoveKind moveKind;
    KodeWilayah otherArea;

    /** The same for those who move together; null for one alone. */
    UUID groupId;

    /** One mutation of this act: of whom, by which paper, and who bore a child. */
    private record Mutation(UUID id, Turn turn, String document, Life mother) {}

    /** @param serial decides between acts of one moment */
    Act(Instant at, int serial, LocalDate happenedOn) {
        this.at = at;
        this.serial = serial;
        this.happenedOn = happenedOn;
    }

    Instant at() {
        return at;
    }

    LocalDate happenedOn() {
        return happenedOn;
    }

    LocalDate reportedOn() {
        return OfficeDays.dayOf(at);
    }

    /** The family comes into the register with this. */
    void opens(Home home) {
        opened.add(home);
        home.openedBy = this;
    }

    Turn changes(Life life, Consumer<Entry> back) {
        Turn turn = new Turn(this, life, back);
        turns.add(turn);
        life.add(turn);
        return turn;
    }

    /** Somebody is born here, or comes. */
    void enters(UUID id, Life life, String document, Life mother) {
        life.entry = this;
        mutations.add(new Mutation(id, changes(life, null), document, mother));
    }

    /** Somebody dies, or goes; the last that is known of them is what it made of them. */
    void leaves(UUID id, Life life, String document) {
        life.exit = this;
        life.last().baseStatus = kind == MutationKind.DEATH ? BaseStatus.DEAD : BaseStatus.MOVED;
        mutations.add(new Mutation(id, changes(life, entry -> entry.baseStatus = BaseStatus.ALIVE), document, null));
    }

    List<Life> people() {
        return mutations.stream().map(mutation -> mutation.turn().life()).toList();
    }

    /** In the order in which a village writes them: families, people, and what happened to them. */
    List<VillageEvent> events() {
        List<VillageEvent> events = new ArrayList<>();
        opened.forEach(home -> events.add(home.event()));
        for (Turn turn : turns) {
            if (turn.after() != null) {
                events.add(turn.after());
            }
        }
        mutations.forEach(mutation -> events.add(recorded(mutation)));
        return events;
    }

    private MutationRecorded recorded(Mutation mutation) {
        ResidentRecorded who = mutation.turn().after();
        Life mother = mutation.mother();
        boolean motherIsKnown = mother != null && (mother.entry == null || ORDER.compare(mother.entry, this) < 0);
        return new MutationRecorded(
                mutation.id(),
                who.residentId(),
                who.familyId(),
                kind,
                happenedOn,
                reportedOn(),
                reportedOn(),
                at,
                true,
                who.sex(),
                who.citizenship(),
                who.residency(),
                who.relationship(),
                who.dusun(),
                moveKind,
                otherArea,
                mutation.document(),
                motherIsKnown ? mother.person.id() : null,
                groupId,
                null);
    }
}
