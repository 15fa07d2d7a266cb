package id.smartkampung.village.recovery;

import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.protocol.Reunion;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.lineage.LineageService;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Brings the rows of this village to where its log is put after a restore. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Recovery {

    private final GivenEvents rows;
    private final LineageService lineages;
    private final Clock clock;

    Recovery(GivenEvents rows, LineageService lineages, Clock clock) {
        this.rows = rows;
        this.lineages = lineages;
        this.clock = clock;
    }

    /**
     * What this server had done and lost, in its order; each was possible when it was done.
     *
     * @param erased who was erased here, also when the district has yet to hear of that: they do not come back
     */
    public void takeBack(List<Envelope> events, Set<UUID> erased) {
        for (Envelope event : events) {
            Optional<VillageEvent> told = understood(event);
            told.ifPresent(lineages::tookBack);
            told.filter(row -> mayComeBack(row, erased)).ifPresent(row -> rows.apply(row, Author.byRecovery()));
        }
    }

    /**
     * What the district has beside our work of after the restore: what only it has becomes ours and is told anew, what
     * cannot is kept for a person.
     *
     * @param erased as in {@link #takeBack}
     */
    public void reunite(Reunion reunion, List<Envelope> theirs, Set<UUID> erased) {
        tellAnew(reunion.takenOver(), erased);
        Map<String, Envelope> contested = new LinkedHashMap<>();
        theirs.stream()
                .filter(event -> reunion.contested().contains(event.subject()))
                .forEach(event -> contested.put(event.subject(), event));
        for (Envelope event : contested.values()) {
            read(event, erased).filter(told -> !rows.isHere(told)).ifPresent(told -> keep(event, Finding.BOTH));
        }
    }

    /**
     * What only the district has becomes ours; what cannot is kept for a person, once.
     *
     * @param erased as in {@link #takeBack}
     */
    public void tellAnew(List<Envelope> events, Set<UUID> erased) {
        List<Told> takenOver = new ArrayList<>();
        for (Envelope event : events) {
            if (!Finding.isKept(event)) {
                read(event, erased).ifPresent(told -> takenOver.add(new Told(event, told)));
            }
        }
        // Who is gone makes room for who came, and a family is there before its members.
        takenOver.sort(Comparator.comparingInt(told -> order(told.event())));
        for (Told told : takenOver) {
            Optional<String> clash = rows.clash(told.event());
            if (clash.isPresent()) {
                keep(told.envelope(), clash.get());
            } else {
                rows.applyAndTell(told.event(), Author.byRecovery());
            }
        }
        events.forEach(event -> understood(event).ifPresent(lineages::forgot));
    }

    /** An event with what it says. */
    private record Told(Envelope envelope, VillageEvent event) {}

    private static int order(VillageEvent event) {
        if (event instanceof ResidentRemoved || event instanceof ResidentErased) {
            return 0;
        }
        if (event instanceof FamilyRecorded) {
            return 1;
        }
        if (event instanceof ResidentRecorded) {
            return 2;
        }
        if (event instanceof RequestRecorded || event instanceof MutationRecorded) {
            return 3;
        }
        return event instanceof LetterRecorded ? 4 : 5;
    }

    private void keep(Envelope theirs, String reason) {
        Instant now = clock.instant();
        Finding finding = new Finding();
        finding.id = UuidV7.at(now);
        finding.subject = theirs.subject();
        finding.reason = reason;
        finding.type = theirs.type();
        finding.epoch = theirs.position().epoch();
        finding.sequence = theirs.position().sequence();
        finding.data = theirs.data();
        finding.foundAt = now;
        finding.persist();
        Log.warnf("%s of the district waits for a person: %s", theirs.subject(), reason);
    }

    private static Optional<VillageEvent> read(Envelope event, Set<UUID> erased) {
        return understood(event).filter(told -> mayComeBack(told, erased));
    }

    private static boolean mayComeBack(VillageEvent told, Set<UUID> erased) {
        return GivenEvents.isAboutARow(told)
                && (!(told instanceof ResidentRecorded resident) || !erased.contains(resident.residentId()));
    }

    /** What a newer program wrote, and this older one does not understand, stays in the log and changes no row. */
    private static Optional<VillageEvent> understood(Envelope event) {
        if (event.isErased()) {
            return Optional.empty();
        }
        Optional<EventType> type = EventType.ofWireName(event.type());
        if (type.isEmpty()) {
            Log.warnf("event %s of type %s changes no row here", event.position(), event.type());
            return Optional.empty();
        }
        try {
            return Optional.of(EventJson.read(type.get(), event.data()));
        } catch (EventFormatException e) {
            Log.warnf("event %s is not understood and changes no row here: %s", event.position(), e.getMessage());
            return Optional.empty();
        }
    }
}
