package id.smartkampung.district.apply;

import id.smartkampung.district.erasure.ErasureProjection;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.NodeId;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * After a restore from an older backup: whoever was erased since is erased before a page is served or an event taken in.
 * The village says it once more in its turn, at the same position.
 */
@ApplicationScoped
public class ErasureReplay {

    private final ErasureProjection erasures;
    private final EventRouter router;

    ErasureReplay(ErasureProjection erasures, EventRouter router) {
        this.erasures = erasures;
        this.router = router;
    }

    void replay(@Observes @Priority(25) StartupEvent start) {
        replay();
    }

    /** Erases whoever stands in the journal and not in the database. */
    public void replay() {
        QuarkusTransaction.requiringNew().call(erasures::forgotten).forEach((node, erased) -> {
            if (QuarkusTransaction.requiringNew().call(() -> erase(node, erased))) {
                Log.warnf("ERASURE journal replayed: %d persons of village %s", erased.size(), node);
            }
        });
    }

    private boolean erase(NodeId node, List<Applied<ResidentErased>> erased) throws SQLException {
        if (!erasures.hold(node)) {
            // It says so itself when it joins.
            return false;
        }
        List<Applied<VillageEvent>> events = erased.stream()
                .map(each -> new Applied<VillageEvent>(each.position(), each.event()))
                .toList();
        router.apply(node, events, Set.of());
        return true;
    }
}
