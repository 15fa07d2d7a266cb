package id.smartkampung.district.overview;

import id.smartkampung.district.proof.ProofQueries;
import id.smartkampung.district.proof.ProofState;
import id.smartkampung.district.statistics.Sums;
import id.smartkampung.district.statistics.TotalsQueries;
import id.smartkampung.district.status.VillageQueries;
import id.smartkampung.district.status.VisibleVillages;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the villages of an area with their totals; there are at most about 850 in a regency. */
@ApplicationScoped
public class VillageLines {

    private final VillageQueries villages;
    private final VisibleVillages visible;
    private final TotalsQueries totals;
    private final ProofQueries proofs;

    VillageLines(VillageQueries villages, VisibleVillages visible, TotalsQueries totals, ProofQueries proofs) {
        this.villages = villages;
        this.visible = visible;
        this.totals = totals;
        this.proofs = proofs;
    }

    /** In the order of their codes. */
    public List<VillageLine> of(VisibleArea area) {
        Map<NodeId, Sums> sums = totals.byVillage();
        Map<NodeId, ProofState> states = proofs.byVillage();
        return visible.of(area).stream()
                .map(status -> new VillageLine(
                        status,
                        sums.getOrDefault(status.node(), Sums.NONE),
                        states.getOrDefault(status.node(), ProofState.NONE)))
                .toList();
    }

    /** Empty also for a village outside of the area. */
    public Optional<VillageLine> find(NodeId node, VisibleArea area) {
        return villages.find(node)
                .filter(status -> area.contains(status.desa()))
                .map(status ->
                        new VillageLine(status, totals.byVillage().getOrDefault(node, Sums.NONE), proofs.of(node)));
    }
}
