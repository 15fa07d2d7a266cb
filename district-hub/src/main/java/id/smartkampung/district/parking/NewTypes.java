package id.smartkampung.district.parking;

import id.smartkampung.district.apply.ParkedEvents.Parked;
import id.smartkampung.district.apply.WaitingEvents;
import id.smartkampung.district.apply.WaitingEvents.Waiting;
import id.smartkampung.district.village.VillageLock;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.audit.Audit;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Tries events again by itself that were of an unknown type, once this program has learned the type by an upgrade. */
@ApplicationScoped
class NewTypes {

    private static final String REASON = "jenis peristiwa sudah dikenal";

    private final ParkingQueries parking;
    private final AgroalDataSource database;
    private final Replay replay;
    private final Audit audit;

    NewTypes(ParkingQueries parking, AgroalDataSource database, Replay replay, Audit audit) {
        this.parking = parking;
        this.database = database;
        this.replay = replay;
        this.audit = audit;
    }

    /** With several hubs each asks; the lock of the village lets one of them do it, and the others find nothing. */
    @Scheduled(
            every = "${district.parking.try-again-every:60s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void tryAgain() {
        try {
            String[] known =
                    Arrays.stream(EventType.values()).map(EventType::wireName).toArray(String[]::new);
            for (ParkingQueries.Place place : parking.nowKnown(known)) {
                QuarkusTransaction.requiringNew().run(() -> tryAgain(place.node(), place.subject()));
            }
        } catch (IllegalStateException e) {
            Log.warnf("parked events of newly known types wait for the next attempt: %s", e.getMessage());
        }
    }

    private void tryAgain(NodeId node, String subject) {
        try (Connection connection = database.getConnection()) {
            VillageLock.take(connection, node);
            List<Waiting> waiting = WaitingEvents.of(connection, node, subject);
            if (waiting.isEmpty() || waiting.stream().anyMatch(event -> event.event() == null)) {
                return;
            }
            List<Parked> left = replay.run(connection, node, subject, waiting);
            int applied = waiting.size() - left.size();
            audit.recordBy(
                    null, "parking-replayed", node + "/" + subject, List.of(applied + "/" + waiting.size()), REASON);
        } catch (SQLException e) {
            throw new IllegalStateException("parked events of village " + node + " cannot be replayed now", e);
        }
    }
}
