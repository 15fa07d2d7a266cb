package id.smartkampung.district.parking;

import id.smartkampung.district.apply.Applier;
import id.smartkampung.district.apply.LateChanges;
import id.smartkampung.district.apply.ParkedEvents.Parked;
import id.smartkampung.district.apply.WaitingEvents;
import id.smartkampung.district.apply.WaitingEvents.Waiting;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Applies the waiting events of a subject as the inbox would have: in their order, at their own positions. */
@ApplicationScoped
class Replay {

    private final Applier applier;
    private final Clock clock;

    Replay(Applier applier, Clock clock) {
        this.applier = applier;
        this.clock = clock;
    }

    /**
     * Replays within the transaction of the caller, who holds the lock of the village.
     *
     * @return those that still cannot be applied, the first one with its cause
     */
    List<Parked> run(Connection connection, NodeId node, String subject, List<Waiting> waiting) throws SQLException {
        List<Envelope> events = waiting.stream().map(Waiting::event).toList();
        List<Parked> left = applier.replay(connection, node, subject, events);
        WaitingEvents.keepOnly(connection, node, subject, left);
        Set<LogPosition> stillWaiting = left.stream().map(Parked::position).collect(Collectors.toSet());
        List<LogPosition> applied = waiting.stream()
                .map(Waiting::position)
                .filter(position -> !stillWaiting.contains(position))
                .toList();
        LateChanges.store(connection, node, applied, clock.instant());
        if (left.isEmpty()) {
            SkipTable.drop(connection, node, subject);
        }
        tell(connection, node);
        return left;
    }

    /** The open pages hear of it at commit, whichever hub they belong to. */
    static void tell(Connection connection, NodeId node) throws SQLException {
        try (PreparedStatement notify = connection.prepareStatement("select pg_notify('kampung_hub', ?)")) {
            notify.setString(1, node.value());
            notify.execute();
        }
    }
}
