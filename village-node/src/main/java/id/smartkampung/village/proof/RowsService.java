package id.smartkampung.village.proof;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.log.Synced;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Sends rows once more as they are now. */
@ApplicationScoped
public class RowsService {

    private final Outbox outbox;
    private final Clock clock;

    RowsService(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Sends these rows, and names those of them that are not there. */
    @Transactional(TxType.MANDATORY)
    public void send(CanonicalTable table, Collection<UUID> ids) {
        outbox.hold();
        send(table, ids, null, null);
    }

    /** Sends all rows of a bucket as a part of a snapshot; the log is held. */
    @Transactional(TxType.MANDATORY)
    public void sendBucket(CanonicalTable table, Collection<UUID> ids, UUID snapshot, int bucket) {
        send(table, ids, snapshot, bucket);
    }

    private void send(CanonicalTable table, Collection<UUID> ids, UUID snapshot, Integer bucket) {
        List<VillageEvent> rows = rows(table, ids).stream().map(Synced::toEvent).toList();
        Set<UUID> absent = new HashSet<>(ids);
        rows.forEach(row -> absent.remove(row.subject().id()));
        outbox.appendWord(new SnapshotChunk(
                UuidV7.at(clock.instant()),
                snapshot,
                table.table(),
                bucket,
                of(ResidentRecorded.class, rows),
                of(FamilyRecorded.class, rows),
                of(RequestRecorded.class, rows),
                bucket == null ? List.copyOf(absent) : List.of(),
                of(MutationRecorded.class, rows),
                of(LetterRecorded.class, rows)));
    }

    private static List<? extends Synced> rows(CanonicalTable table, Collection<UUID> ids) {
        return switch (table) {
            case RESIDENT -> Resident.<Resident>list("id in ?1", ids);
            case FAMILY -> Family.<Family>list("id in ?1", ids);
            case LETTER -> Letter.<Letter>list("id in ?1", ids);
            case MUTATION -> Mutation.<Mutation>list("id in ?1", ids);
            case REQUEST -> Request.<Request>list("id in ?1", ids);
        };
    }

    private static <E extends VillageEvent> List<E> of(Class<E> type, List<VillageEvent> rows) {
        return rows.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
