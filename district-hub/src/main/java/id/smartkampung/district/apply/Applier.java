package id.smartkampung.district.apply;

import id.smartkampung.district.apply.ParkedEvents.Parked;
import id.smartkampung.district.greeting.UntoldTable;
import id.smartkampung.district.village.Applied;
import id.smartkampung.district.village.ParkedReason;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Applies accepted events; one that cannot be applied is parked with its reason, and all later ones of its subject. */
@ApplicationScoped
public class Applier {

    private final EventRouter router;

    Applier(EventRouter router) {
        this.router = router;
    }

    /** Applies events in the transaction of the caller; says which were parked. */
    public List<Parked> apply(Connection connection, NodeId node, List<Envelope> accepted) throws SQLException {
        return apply(connection, node, accepted, ParkedEvents.subjects(connection, node));
    }

    /** Applies waiting events of one subject in their order, as if they came now; says which have to wait on. */
    public List<Parked> replay(Connection connection, NodeId node, String subject, List<Envelope> waiting)
            throws SQLException {
        Set<String> others = ParkedEvents.subjects(connection, node);
        others.remove(subject);
        return apply(connection, node, waiting, others);
    }

    private List<Parked> apply(Connection connection, NodeId node, List<Envelope> accepted, Set<String> waitingSubjects)
            throws SQLException {
        Run run = new Run(
                connection,
                node,
                waitingSubjects,
                SkippedEvents.openSubjects(connection, node),
                UntoldTable.subjects(connection, node),
                router.hidden(node));
        List<Applied<VillageEvent>> events = new ArrayList<>(accepted.size());
        for (Envelope event : accepted) {
            run.read(event).ifPresent(events::add);
        }
        for (List<Applied<VillageEvent>> segment : Segments.of(events)) {
            run.apply(segment);
        }
        if (run.emptied != null) {
            router.lost(node, run.emptied);
        }
        return run.parked;
    }

    /** One batch on its way into the tables. */
    private final class Run {

        private final Connection connection;
        private final NodeId node;
        private final Set<String> waitingSubjects;
        /** Differences that people have explained; the next event of such a subject ends its one. */
        private final Set<String> skippedSubjects;

        /** Rows of a history that was left, of which the village has yet to hear. */
        private final Set<String> untoldSubjects;

        /** Rows that are out of sight until the village has answered. */
        private final Set<String> hiddenSubjects;

        private final List<Parked> parked = new ArrayList<>();
        /** The last event that came without its data, null when all had theirs. */
        private LogPosition emptied;

        private Run(
                Connection connection,
                NodeId node,
                Set<String> waitingSubjects,
                Set<String> skippedSubjects,
                Set<String> untoldSubjects,
                Set<String> hiddenSubjects) {
            this.connection = connection;
            this.node = node;
            this.waitingSubjects = waitingSubjects;
            this.skippedSubjects = skippedSubjects;
            this.untoldSubjects = untoldSubjects;
            this.hiddenSubjects = hiddenSubjects;
        }

        private Optional<Applied<VillageEvent>> read(Envelope envelope) {
            if (envelope.isErased()) {
                // Its person was erased: what it said is wanted back by nobody.
                return Optional.empty();
            }
            if (envelope.isSkeleton()) {
                emptied = envelope.position();
                return Optional.empty();
            }
            if (waitsBehind(envelope.position(), envelope.subject(), envelope.type())) {
                return Optional.empty();
            }
            Optional<EventType> type = EventType.ofWireName(envelope.type());
            if (type.isEmpty()) {
                park(
                        envelope.position(),
                        envelope.subject(),
                        ParkedReason.UNKNOWN_TYPE,
                        "unknown type " + envelope.type());
                return Optional.empty();
            }
            try {
                VillageEvent event = EventJson.read(type.get(), envelope.data());
                if (!event.subject().toString().equals(envelope.subject())) {
                    park(
                            envelope.position(),
                            envelope.subject(),
                            ParkedReason.OTHER_SUBJECT,
                            "its data is about another subject");
                    return Optional.empty();
                }
                return Optional.of(new Applied<>(envelope.position(), event));
            } catch (EventFormatException e) {
                park(envelope.position(), envelope.subject(), ParkedReason.UNREADABLE, e.getMessage());
                return Optional.empty();
            }
        }

        /** A set that fails for its data is halved until the event is found that cannot be applied. */
        private void apply(List<Applied<VillageEvent>> events) throws SQLException {
            List<Applied<VillageEvent>> applicable = withoutWaiting(events);
            if (applicable.isEmpty()) {
                return;
            }
            execute("savepoint batch");
            try {
                router.apply(node, applicable, explained());
                execute("release savepoint batch");
                heal(applicable);
                return;
            } catch (SQLException | RuntimeException e) {
                DataErrors.Trouble trouble = DataErrors.trouble(e);
                execute("rollback to savepoint batch");
                execute("release savepoint batch");
                if (applicable.size() == 1) {
                    Applied<VillageEvent> event = applicable.get(0);
                    park(event.position(), event.event().subject().toString(), trouble.code(), trouble.detail());
                    return;
                }
            }
            int half = applicable.size() / 2;
            apply(applicable.subList(0, half));
            apply(applicable.subList(half, applicable.size()));
        }

        /** Parking one event may have put later ones of its subject behind it. */
        private List<Applied<VillageEvent>> withoutWaiting(List<Applied<VillageEvent>> events) {
            if (waitingSubjects.isEmpty()) {
                return events;
            }
            return events.stream()
                    .filter(event -> !waitsBehind(
                            event.position(),
                            event.event().subject().toString(),
                            EventType.of(event.event()).wireName()))
                    .toList();
        }

        /** Subjects whose rows may differ, for a reason that is known. */
        private Set<String> explained() {
            Set<String> explained = new HashSet<>(waitingSubjects);
            explained.addAll(skippedSubjects);
            explained.addAll(untoldSubjects);
            explained.addAll(hiddenSubjects);
            return explained;
        }

        private boolean waitsBehind(LogPosition position, String subject, String type) {
            if (!waitingSubjects.contains(subject)) {
                return false;
            }
            if (type.equals(EventType.RESIDENT_ERASED_V1.wireName())) {
                // An erasure waits behind nothing: what waits of its person goes with it.
                waitingSubjects.remove(subject);
                parked.removeIf(waiting -> waiting.subject().equals(subject));
                return false;
            }
            park(position, subject, ParkedReason.BEHIND, "an earlier event of its subject waits");
            return true;
        }

        private void heal(List<Applied<VillageEvent>> applied) throws SQLException {
            if (skippedSubjects.isEmpty()) {
                return;
            }
            for (Applied<VillageEvent> event : applied) {
                String subject = event.event().subject().toString();
                if (skippedSubjects.contains(subject)) {
                    SkippedEvents.heal(connection, node, subject, event.position());
                }
            }
        }

        private void park(LogPosition position, String subject, ParkedReason code, String reason) {
            parked.add(new Parked(position, subject, code, reason));
            waitingSubjects.add(subject);
        }

        private void execute(String command) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(command);
            }
        }
    }
}
