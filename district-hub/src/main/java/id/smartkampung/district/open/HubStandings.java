package id.smartkampung.district.open;

import id.smartkampung.district.open.HubStanding.Trouble;
import id.smartkampung.district.overview.Overview;
import id.smartkampung.district.overview.OverviewQueries;
import id.smartkampung.district.status.VillageState;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Reading;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads how the hub stands, as anybody may know it. */
@ApplicationScoped
class HubStandings {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final OverviewQueries overviews;
    private final Reading reading;
    private final Remembered<Optional<HubStanding>> known;

    HubStandings(OverviewQueries overviews, Reading reading, OpenConfig config, Clock clock) {
        this.overviews = overviews;
        this.reading = reading;
        this.known = new Remembered<>(this::found, config.standingKept(), clock);
    }

    /** Empty while the database is away: then it is that which has to be said. */
    Optional<HubStanding> now() {
        return known.get();
    }

    private Optional<HubStanding> found() {
        try {
            return Optional.of(read());
        } catch (IllegalStateException e) {
            Log.debugf("how the hub stands cannot be read now: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private HubStanding read() {
        Overview overview = overviews.of(VisibleArea.REGENCY);
        return new HubStanding(
                overview.asOf(),
                overview.desa(),
                overview.villages().size(),
                overview.complete(),
                overview.proven(),
                overview.offlineForADay(),
                overview.villages().stream()
                        .map(line -> line.status().lastAppliedAt())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                overview.in(VillageState.FROZEN) + overview.in(VillageState.PAUSED),
                overview.in(VillageState.GAP),
                overview.in(VillageState.STALLED),
                overview.diverged(),
                troubles(overview.asOf().minus(REMEMBERED)));
    }

    private List<Trouble> troubles(Instant since) {
        return reading.list(
                row -> new Trouble(row.getString("kind"), row.getLong("villages"), Reading.instant(row, "last_at")),
                """
                select kind, count(distinct node) as villages, max(last_at) as last_at
                from incident where last_at > ? group by kind order by max(last_at) desc, kind
                """,
                since);
    }
}
