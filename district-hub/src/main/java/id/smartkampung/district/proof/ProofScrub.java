package id.smartkampung.district.proof;

import id.smartkampung.district.status.VillageQueries;
import id.smartkampung.model.log.NodeId;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Holds at night the kept digests of all villages against their rows, one village after the other. */
@ApplicationScoped
class ProofScrub {

    private final VillageQueries villages;
    private final ProofService proofs;

    ProofScrub(VillageQueries villages, ProofService proofs) {
        this.villages = villages;
        this.proofs = proofs;
    }

    @Scheduled(cron = "${district.proof.scrub-at:0 40 2 * * ?}", concurrentExecution = ConcurrentExecution.SKIP)
    void scrub() {
        for (NodeId node : villages.nodes()) {
            try {
                proofs.scrub(node);
            } catch (IllegalStateException e) {
                Log.warnf(e, "village %s is scrubbed another night", node);
            }
        }
    }
}
