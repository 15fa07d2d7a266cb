package id.smartkampung.district.parking;

import id.smartkampung.district.apply.LateChanges;
import id.smartkampung.district.apply.ParkedEvents.Parked;
import id.smartkampung.district.apply.WaitingEvents;
import id.smartkampung.district.apply.WaitingEvents.Waiting;
import id.smartkampung.district.parking.SkipTable.Asked;
import id.smartkampung.district.village.VillageLock;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people do about the parked events of a subject: replay them in order, or leave them out, two together. */
@ApplicationScoped
public class ParkingService {

    private static final int FORBIDDEN = 403;
    private static final int MOST_AT_ONCE = 2000;

    private final ParkingQueries parking;
    private final AgroalDataSource database;
    private final Replay replay;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    ParkingService(
            ParkingQueries parking,
            AgroalDataSource database,
            Replay replay,
            CurrentAccount account,
            Audit audit,
            Clock clock) {
        this.parking = parking;
        this.database = database;
        this.replay = replay;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is done with a village locked. */
    @FunctionalInterface
    private interface Step<T> {

        T run(Connection connection, List<Waiting> waiting) throws SQLException;
    }

    /**
     * Tries the events of a subject again, beginning with the one at a position, which must be the first that waits.
     *
     * @return the first that still cannot be applied; empty when all were
     */
    @Transactional
    public Optional<Parked> replay(NodeId node, String subject, LogPosition from, String reason) {
        String why = Reason.of(reason);
        return locked(node, subject, (connection, waiting) -> {
            LogPosition first = waiting.get(0).position();
            if (!from.equals(first)) {
                throw new RefusedException("parking.order", from.sequence(), first.sequence());
            }
            requireKept(waiting);
            List<Parked> left = replay.run(connection, node, subject, waiting);
            int applied = waiting.size() - left.size();
            audit.record("parking-replayed", subjectOf(node, subject), List.of(applied + "/" + waiting.size()), why);
            return left.stream().findFirst();
        });
    }

    /**
     * Tries everything again that waits, subject by subject, each in a transaction of its own.
     *
     * @return how many subjects have nothing waiting any more
     */
    public int replayAll(String reason) {
        String why = Reason.of(reason);
        List<ParkingQueries.Place> places = parking.places(MOST_AT_ONCE);
        int done = 0;
        for (ParkingQueries.Place place : places) {
            boolean whole = QuarkusTransaction.requiringNew().call(() -> tryAgain(place.node(), place.subject()));
            done += whole ? 1 : 0;
        }
        audit.record("parking-replayed-all", "parking", List.of(done + "/" + places.size()), why);
        return done;
    }

    private boolean tryAgain(NodeId node, String subject) {
        try (Connection connection = database.getConnection()) {
            VillageLock.take(connection, node);
            List<Waiting> waiting = WaitingEvents.of(connection, node, subject);
            if (waiting.stream().anyMatch(event -> event.event() == null)) {
                return false;
            }
            return replay.run(connection, node, subject, waiting).isEmpty();
        } catch (SQLException e) {
            throw new IllegalStateException("parked events of village " + node + " cannot be replayed now", e);
        }
    }

    /** Asks for the events that wait now to be left out; another person has to agree. */
    @Transactional
    public void askSkip(NodeId node, String subject, String reason) {
        String why = Reason.of(reason);
        Officer officer = officer();
        locked(node, subject, (connection, waiting) -> {
            if (SkipTable.find(connection, node, subject).isPresent()) {
                throw new RefusedException("parking.skip-asked");
            }
            LogPosition last = waiting.get(waiting.size() - 1).position();
            SkipTable.store(
                    connection, node, subject, new Asked(last, officer.id(), officer.username(), clock.instant(), why));
            Replay.tell(connection, node);
            audit.record("parking-skip-asked", subjectOf(node, subject), List.of(last.toString()), why);
            return last;
        });
    }

    /** Leaves out what another person asked for, and goes on with what came later. */
    @Transactional
    public void confirmSkip(NodeId node, String subject, String reason) {
        String why = Reason.of(reason);
        Officer officer = officer();
        locked(node, subject, (connection, waiting) -> {
            Asked asked = SkipTable.find(connection, node, subject)
                    .orElseThrow(() -> new RefusedException("parking.skip-not-asked"));
            if (asked.by().equals(officer.id())) {
                throw new RefusedException(FORBIDDEN, "parking.skip-alone");
            }
            int skipped = SkipTable.skip(connection, node, subject, asked, officer, clock.instant(), why);
            SkipTable.drop(connection, node, subject);
            Map<Boolean, List<Waiting>> parts = waiting.stream()
                    .collect(Collectors.partitioningBy(event -> event.position().compareTo(asked.last()) > 0));
            List<LogPosition> leftOut =
                    parts.get(false).stream().map(Waiting::position).toList();
            LateChanges.store(connection, node, leftOut, clock.instant());
            List<Waiting> later = parts.get(true);
            requireKept(later);
            replay.run(connection, node, subject, later);
            audit.record("parking-skipped", subjectOf(node, subject), List.of(Integer.toString(skipped)), why);
            return skipped;
        });
    }

    /** Takes the wish to leave events out back; whoever may ask may do so. */
    @Transactional
    public void withdrawSkip(NodeId node, String subject, String reason) {
        String why = Reason.of(reason);
        locked(node, subject, (connection, waiting) -> {
            if (!SkipTable.drop(connection, node, subject)) {
                throw new RefusedException("parking.skip-not-asked");
            }
            Replay.tell(connection, node);
            audit.record("parking-skip-withdrawn", subjectOf(node, subject), List.of(), why);
            return subject;
        });
    }

    private <T> T locked(NodeId node, String subject, Step<T> step) {
        try (Connection connection = database.getConnection()) {
            List<Waiting> waiting = VillageLock.take(connection, node).isPresent()
                    ? WaitingEvents.of(connection, node, subject)
                    : List.of();
            if (waiting.isEmpty()) {
                throw new RefusedException("parking.nothing-waits");
            }
            return step.run(connection, waiting);
        } catch (SQLException e) {
            throw new IllegalStateException("parked events of village " + node + " cannot be changed now", e);
        }
    }

    private static void requireKept(List<Waiting> waiting) {
        waiting.stream().filter(event -> event.event() == null).findFirst().ifPresent(event -> {
            throw new RefusedException("parking.payload-gone", event.position().sequence());
        });
    }

    private Officer officer() {
        return account.officer().orElseThrow(() -> new RefusedException(FORBIDDEN, "parking.nobody"));
    }

    private static String subjectOf(NodeId node, String subject) {
        return node + "/" + subject;
    }
}
