package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.Course;
import id.smartkampung.model.protocol.Gate;
import id.smartkampung.model.protocol.Hello;
import id.smartkampung.model.protocol.HelloKeys;
import id.smartkampung.model.protocol.Judgement;
import id.smartkampung.model.protocol.OwnLog;
import id.smartkampung.model.protocol.Sender;
import id.smartkampung.model.protocol.Sender.Receipt;
import id.smartkampung.model.protocol.Untold;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The decisions that are simulated: those of production; a planted defect puts another in the place of one. */
class Parts {

    Judgement judge(LogHead applied, List<Arrival> arrivals, Map<LogPosition, Hash> known, Gate gate) {
        return Judgement.of(applied, arrivals, known, gate);
    }

    Receipt receipt(OwnLog log, LogPosition acked, LogHead applied) {
        return Sender.receipt(log, acked, applied);
    }

    Optional<LogPosition> sendAgainAfter(OwnLog log, LogPosition sent, LogPosition acked, LogPosition asked) {
        return Sender.sendAgainAfter(log, sent, asked);
    }

    Course course(Hello.Sent sent, Hello.Welcome welcome) {
        return Hello.decide(sent, welcome);
    }

    /** The keys with which a village says hello, one after the other until it is answered. */
    List<String> helloKeys(VillageDisk disk, boolean emptied, List<String> held) {
        return HelloKeys.inTurn(disk::keyAt, disk.sent, disk.acked, emptied, held);
    }

    /** Whether the state of an event may take the place of the one in the table. */
    boolean replaces(HubDisk.Row inTable, LogPosition position, Op op) {
        return inTable.position().compareTo(position) < 0;
    }

    /** Whether the receiver acknowledges only after its commit. */
    boolean commitsFirst() {
        return true;
    }

    /** Whether the receiver looks up under its lock what is applied, instead of remembering it. */
    boolean readsItsCursor() {
        return true;
    }

    /** Whether a village says hello before it sends. */
    boolean greets() {
        return true;
    }

    /** What the receiver keeps of a history that was left, until it is told anew. */
    Untold untold(Untold before, Judgement judgement, Function<Judgement.Branch, List<Untold.Told>> behind) {
        return before.after(judgement, behind, event -> List.of(event.subject()));
    }

    /** Whether a village that forked its epoch takes over what only the district has. */
    boolean takesOver() {
        return true;
    }
}
