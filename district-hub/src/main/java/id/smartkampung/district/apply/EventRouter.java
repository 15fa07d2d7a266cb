package id.smartkampung.district.apply;

import id.smartkampung.district.family.FamilyProjection;
import id.smartkampung.district.request.RequestProjection;
import id.smartkampung.district.resident.ResidentProjection;
import id.smartkampung.district.statistics.FlowProjection;
import id.smartkampung.district.statistics.Measure;
import id.smartkampung.district.statistics.StockProjection;
import id.smartkampung.district.trust.KeyProjection;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Which projections hear of which event. Of each subject only the last state of a batch is written. */
@ApplicationScoped
class EventRouter {

    private final ResidentProjection residents;
    private final FamilyProjection families;
    private final RequestProjection requests;
    private final StockProjection stock;
    private final FlowProjection flows;
    private final KeyProjection keys;

    EventRouter(
            ResidentProjection residents,
            FamilyProjection families,
            RequestProjection requests,
            StockProjection stock,
            FlowProjection flows,
            KeyProjection keys) {
        this.residents = residents;
        this.families = families;
        this.requests = requests;
        this.stock = stock;
        this.flows = flows;
        this.keys = keys;
    }

    void apply(NodeId node, List<Applied<VillageEvent>> events) throws SQLException {
        Batch batch = new Batch();
        for (Applied<VillageEvent> applied : events) {
            batch.position = applied.position();
            applied.event().accept(batch);
        }
        stock.move(
                node, Measure.PEOPLE, residents.apply(node, batch.residents.values(), batch.removedResidents.values()));
        stock.move(
                node, Measure.FAMILIES, families.apply(node, batch.families.values(), batch.removedFamilies.values()));
        stock.move(node, Measure.REQUESTS, requests.apply(node, batch.requests.values()));
        flows.add(node, batch.allRequests);
        keys.apply(node, batch.keys);
    }

    /** Sorts events by what they are about: a new kind of event does not compile until it has its place here. */
    private static final class Batch implements VillageEvent.Visitor<Void> {

        private final Map<UUID, Applied<ResidentRecorded>> residents = new LinkedHashMap<>();
        private final Map<UUID, Applied<ResidentRemoved>> removedResidents = new LinkedHashMap<>();
        private final Map<UUID, Applied<FamilyRecorded>> families = new LinkedHashMap<>();
        private final Map<UUID, Applied<FamilyRemoved>> removedFamilies = new LinkedHashMap<>();
        private final Map<UUID, Applied<RequestRecorded>> requests = new LinkedHashMap<>();
        /** Each event, not only the last of its request: what happened in between counts too. */
        private final List<Applied<RequestRecorded>> allRequests = new ArrayList<>();

        private final List<Applied<KeyRotated>> keys = new ArrayList<>();

        private LogPosition position;

        @Override
        public Void on(ResidentRecorded event) {
            removedResidents.remove(event.residentId());
            residents.put(event.residentId(), new Applied<>(position, event));
            return null;
        }

        @Override
        public Void on(ResidentRemoved event) {
            residents.remove(event.residentId());
            removedResidents.put(event.residentId(), new Applied<>(position, event));
            return null;
        }

        @Override
        public Void on(FamilyRecorded event) {
            removedFamilies.remove(event.familyId());
            families.put(event.familyId(), new Applied<>(position, event));
            return null;
        }

        @Override
        public Void on(FamilyRemoved event) {
            families.remove(event.familyId());
            removedFamilies.put(event.familyId(), new Applied<>(position, event));
            return null;
        }

        @Override
        public Void on(RequestRecorded event) {
            Applied<RequestRecorded> applied = new Applied<>(position, event);
            requests.put(event.requestId(), applied);
            allRequests.add(applied);
            return null;
        }

        @Override
        public Void on(KeyRotated event) {
            keys.add(new Applied<>(position, event));
            return null;
        }

        @Override
        public Void on(CheckpointTaken event) {
            return null;
        }

        @Override
        public Void on(BucketListed event) {
            return null;
        }

        @Override
        public Void on(SnapshotChunk event) {
            return null;
        }
    }
}
