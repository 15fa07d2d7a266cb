package id.smartkampung.district.overview;

import id.smartkampung.district.village.VisibleArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Brings the state and the totals of all villages of an area together. */
@ApplicationScoped
public class OverviewQueries {

    private final VillageLines villages;
    private final Clock clock;

    OverviewQueries(VillageLines villages, Clock clock) {
        this.villages = villages;
        this.clock = clock;
    }

    public Overview of(VisibleArea area) {
        return Overview.of(clock.instant(), villages.of(area), area);
    }
}
