package id.smartkampung.district.inbox;

import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.district.village.VillageService;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Villages for tests, each registered under an id of its own, so that no test meets another's. */
@ApplicationScoped
class Villages {

    private static final KodeWilayah DESA = new KodeWilayah("35.10.01.2001");

    private final VillageService registry;
    private final VillageKeys keys;

    Villages(VillageService registry, VillageKeys keys) {
        this.registry = registry;
        this.keys = keys;
    }

    /** A registered village with an empty log, whose key is known. */
    SimulatedVillage aVillage() {
        return aVillageIn(DESA);
    }

    SimulatedVillage aVillageIn(KodeWilayah desa) {
        NodeId node = new NodeId("test-" + UUID.randomUUID());
        registry.register(node, desa);
        SimulatedVillage village = new SimulatedVillage(node);
        keys.register(node, village.key().verifyKey());
        return village;
    }

    static SimulatedVillage aStranger() {
        return new SimulatedVillage(new NodeId("stranger-" + UUID.randomUUID()));
    }
}
