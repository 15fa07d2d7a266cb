package id.smartkampung.district.status;

import id.smartkampung.district.village.VisibleArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the village servers of a part of the regency. */
@ApplicationScoped
public class VisibleVillages {

    private final VillageQueries villages;

    VisibleVillages(VillageQueries villages) {
        this.villages = villages;
    }

    /** In the order of their codes. */
    public List<VillageStatus> of(VisibleArea area) {
        return area.isWhole() ? villages.all() : villages.of(area);
    }
}
