package id.smartkampung.district.apply;

import id.smartkampung.district.change.MutationProjection;
import id.smartkampung.district.erasure.ErasureProjection;
import id.smartkampung.district.erasure.WishProjection;
import id.smartkampung.district.family.FamilyProjection;
import id.smartkampung.district.letter.LetterProjection;
import id.smartkampung.district.lineage.LineageProjection;
import id.smartkampung.district.mall.MallProjection;
import id.smartkampung.district.population.PopulationProjection;
import id.smartkampung.district.proof.ProofProjection;
import id.smartkampung.district.request.RequestProjection;
import id.smartkampung.district.resident.ResidentProjection;
import id.smartkampung.district.signer.SignerProjection;
import id.smartkampung.district.statistics.FlowProjection;
import id.smartkampung.district.statistics.Measure;
import id.smartkampung.district.statistics.StockProjection;
import id.smartkampung.district.trust.KeyProjection;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.proof.CanonicalTable;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which projections hear of which event. Of each subject only the last state of a batch is written. */
@ApplicationScoped
class EventRouter {

    /** Behind whatever a village may say. */
    private static final LogPosition HIDDEN = new LogPosition(Integer.MAX_VALUE, Long.MAX_VALUE);

    private final AgroalDataSource database;
    private final Clock clock;
    private final ResidentProjection residents;
    private final FamilyProjection families;
    private final RequestProjection requests;
    private final MutationProjection mutations;
    private final LetterProjection letters;
    private final MallProjection mall;
    private final PopulationProjection population;
    private final StockProjection stock;
    private final FlowProjection flows;
    private final KeyProjection keys;
    private final SignerProjection signers;
    private final LineageProjection lineages;
    private final ProofProjection proofs;
    private final ErasureProjection erasures;
    private final WishProjection wishes;

    EventRouter(
            AgroalDataSource database,
            Clock clock,
            ResidentProjection residents,
            FamilyProjection families,
            RequestProjection requests,
            MutationProjection mutations,
            LetterProjection letters,
            MallProjection mall,
            PopulationProjection population,
            StockProjection stock,
            FlowProjection flows,
            KeyProjection keys,
            SignerProjection signers,
            LineageProjection lineages,
            ProofProjection proofs,
            ErasureProjection erasures,
            WishProjection wishes) {
        this.database = database;
        this.clock = clock;
        this.residents = residents;
        this.families = families;
        this.requests = requests;
        this.mutations = mutations;
        this.letters = letters;
        this.mall = mall;
        this.population = population;
        this.stock = stock;
        this.flows = flows;
        this.keys = keys;
        this.signers = signers;
        this.lineages = lineages;
        this.proofs = proofs;
        this.erasures = erasures;
        this.wishes = wishes;
    }

    /**
     * Applies events of which a checkpoint, a listing or a chunk stands only where {@link Segments} puts it.
     *
     * @param waitingSubjects subjects of which an event waits, or was left out by people
     */
    void apply(NodeId node, List<Applied<VillageEvent>> events, Set<String> waitingSubjects) throws SQLException {
        Batch batch = new Batch();
        for (Applied<VillageEvent> applied : events) {
            batch.position = applied.position();
            batch.last = applied.event();
            applied.event().accept(batch);
        }
        population.move(node, residents.apply(node, batch.residents.values(), batch.removedResidents.values()));
        stock.move(
                node, Measure.FAMILIES, families.apply(node, batch.families.values(), batch.removedFamilies.values()));
        stock.move(node, Measure.REQUESTS, requests.apply(node, batch.requests.values()));
        stock.move(node, Measure.MUTATIONS, mutations.apply(node, batch.mutations.values()));
        stock.move(node, Measure.LETTERS, letters.apply(node, batch.letters.values()));
        flows.add(node, batch.allRequests);
        keys.apply(node, batch.keys);
        signers.apply(node, batch.signers);
        mall.received(node, batch.requests.values());
        mall.answered(node, batch.answers);
        mall.lettered(node, batch.letters.values());
        mall.arrived(node, batch.files);
        lineages.handedOver(node, batch.handedOver);
        lineages.takenOver(node, batch.takenOver);
        lineages.erased(node, batch.erased);
        tellLate(node, erasures.erase(node, batch.erased));
        wishes.answered(node, batch.erased, batch.refused);
        for (Applied<SnapshotChunk> chunk : batch.chunks) {
            replace(node, chunk);
        }
        if (!batch.chunks.isEmpty()) {
            // A chunk replaces whatever is held, also a row that is hidden.
            hide(node, wishes.hidden(node));
        }
        proofs.touch(node, batch.dirty);
        compare(node, batch, waitingSubjects);
    }

    /** What had been told as waiting, or as a row that is out of sight now, is told once more. */
    void tellLate(NodeId node, List<LogPosition> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            LateChanges.store(connection, node, positions, clock.instant());
        }
    }

    /** Takes rows out of sight until their village has answered; no event but a chunk brings them back. */
    void hide(NodeId node, List<UUID> residentIds) throws SQLException {
        if (residentIds.isEmpty()) {
            return;
        }
        Batch batch = new Batch();
        batch.position = HIDDEN;
        residentIds.forEach(id -> batch.on(new ResidentRemoved(id)));
        population.move(node, residents.apply(node, List.of(), batch.removedResidents.values()));
        proofs.touch(node, batch.dirty);
    }

    /** Subjects whose rows are hidden, which is why they differ from the village. */
    Set<String> hidden(NodeId node) throws SQLException {
        return wishes.hidden(node).stream().map(id -> "resident/" + id).collect(Collectors.toSet());
    }

    /** Events came without what they said: all rows of the village are asked for again. */
    void lost(NodeId node, LogPosition position) throws SQLException {
        proofs.lost(node, position);
    }

    private void replace(NodeId node, Applied<SnapshotChunk> chunk) throws SQLException {
        SnapshotChunk said = chunk.event();
        CanonicalTable table = CanonicalTable.find(said.table())
                .orElseThrow(() -> new IllegalArgumentException("rows of an unknown table"));
        switch (table) {
            case RESIDENT ->
                population.restate(
                        node, residents.replace(node, applied(chunk, said.residents()), said.absent(), said.bucket()));
            case FAMILY ->
                stock.restate(
                        node,
                        Measure.FAMILIES,
                        families.replace(node, applied(chunk, said.families()), said.absent(), said.bucket()));
            case REQUEST ->
                stock.restate(
                        node,
                        Measure.REQUESTS,
                        requests.replace(node, applied(chunk, said.requests()), said.absent(), said.bucket()));
            case MUTATION ->
                stock.restate(
                        node,
                        Measure.MUTATIONS,
                        mutations.replace(node, applied(chunk, said.mutations()), said.absent(), said.bucket()));
            case LETTER ->
                stock.restate(
                        node,
                        Measure.LETTERS,
                        letters.replace(node, applied(chunk, said.letters()), said.absent(), said.bucket()));
        }
    }

    /** Only what stands at the end is compared: there everything before is applied, and nothing after. */
    private void compare(NodeId node, Batch batch, Set<String> waitingSubjects) throws SQLException {
        int passedOver = batch.checkpoints.size();
        if (batch.last instanceof CheckpointTaken checkpoint) {
            passedOver--;
            proofs.prove(node, new Applied<>(batch.position, checkpoint));
        } else if (batch.last instanceof BucketListed listing) {
            proofs.compare(node, new Applied<>(batch.position, listing), waitingSubjects);
        }
        if (passedOver > 0) {
            proofs.supersede(node, passedOver);
        }
    }

    private static <E extends VillageEvent> List<Applied<E>> applied(Applied<SnapshotChunk> chunk, List<E> rows) {
        return rows.stream().map(row -> new Applied<>(chunk.position(), row)).toList();
    }
}
