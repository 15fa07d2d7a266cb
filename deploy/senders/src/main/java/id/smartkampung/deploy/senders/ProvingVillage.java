package id.smartkampung.deploy.senders;

import id.smartkampung.deploy.senders.DownTopics.Heard;
import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEvent.BucketListingWanted;
import id.smartkampung.model.event.DistrictEvent.CertificatesTold;
import id.smartkampung.model.event.DistrictEvent.CheckpointWanted;
import id.smartkampung.model.event.DistrictEvent.ErasureAsked;
import id.smartkampung.model.event.DistrictEvent.LetterFileWanted;
import id.smartkampung.model.event.DistrictEvent.RequestHandedOut;
import id.smartkampung.model.event.DistrictEvent.RequestMade;
import id.smartkampung.model.event.DistrictEvent.RequestWithdrawn;
import id.smartkampung.model.event.DistrictEvent.RowsWanted;
import id.smartkampung.model.event.DistrictEvent.SignerCertified;
import id.smartkampung.model.event.DistrictEvent.SignersRevoked;
import id.smartkampung.model.event.DistrictEvent.SnapshotWanted;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdGiven;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.SnapshotChunk;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.RowDigest;
import id.smartkampung.model.proof.RowHasher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A simulated village that knows its rows: it says what it holds, and answers what the district asks. */
public final class ProvingVillage implements DistrictEvent.Visitor<List<VillageEvent>> {

    private final SimulatedVillage log;
    private final LogFeeder feeder;
    private final Map<CanonicalTable, Map<UUID, VillageEvent>> rows = new EnumMap<>(CanonicalTable.class);
    private final List<Envelope> sent = new ArrayList<>();
    private long bytes;

    public ProvingVillage(SimulatedVillage log, LogFeeder feeder) {
        this.log = log;
        this.feeder = feeder;
        for (CanonicalTable table : CanonicalTable.values()) {
            rows.put(table, new TreeMap<>(RowDigest.BY_BYTES));
        }
    }

    public SimulatedVillage log() {
        return log;
    }

    /** Everything that it has numbered, in order. */
    public List<Envelope> sent() {
        return List.copyOf(sent);
    }

    /** Numbers events and sends them as one batch. */
    public void send(Collection<? extends VillageEvent> events) {
        resend(events.stream().map(this::append).toList());
    }

    /** Numbers an event and takes it into the rows, without sending it. */
    public Envelope append(VillageEvent event) {
        CanonicalTable.of(event)
                .ifPresent(table -> rows.get(table).put(event.subject().id(), event));
        if (event instanceof ResidentRemoved gone) {
            rows.get(CanonicalTable.RESIDENT).remove(gone.residentId());
        } else if (event instanceof FamilyRemoved gone) {
            rows.get(CanonicalTable.FAMILY).remove(gone.familyId());
        }
        return kept(log.append(event));
    }

    /** Numbers what a program of another version may say; the rows know nothing of it. */
    public Envelope append(String type, String subject, byte[] data) {
        return kept(log.append(type, subject, data));
    }

    private Envelope kept(Envelope envelope) {
        sent.add(envelope);
        bytes += envelope.data().length;
        return envelope;
    }

    /** Sends what was numbered, as one batch: the head of its last event is signed. The broker has it afterwards. */
    public void resend(List<Envelope> batch) {
        for (int i = 0; i < batch.size(); i++) {
            if (i == batch.size() - 1) {
                feeder.send(batch.get(i), log.key());
            } else {
                feeder.send(batch.get(i));
            }
        }
        feeder.flush();
    }

    /**
     * Does what the district has asked of it since the last time.
     *
     * @param patience how long to wait for something to be asked
     * @return the bytes of what was asked
     */
    public long obey(DownTopics down, Duration patience) {
        long asked = 0;
        for (Heard heard : down.poll(patience)) {
            if (heard.command() != null && heard.node().equals(log.node())) {
                asked += heard.bytes();
                send(heard.command().accept(this));
            }
        }
        return asked;
    }

    /** The data of all events so far. */
    public long bytes() {
        return bytes;
    }

    /** What it holds now. */
    public CheckpointTaken checkpoint(Reason reason) {
        return checkpoint(reason, List.of());
    }

    private CheckpointTaken checkpoint(Reason reason, List<String> bucketsOf) {
        List<CheckpointTaken.Table> tables = new ArrayList<>();
        for (CanonicalTable table : CanonicalTable.values()) {
            DigestTree tree = DigestTree.of(table, digests(table));
            String buckets =
                    bucketsOf.contains(table.table()) ? Base64.getEncoder().encodeToString(tree.shortBytes()) : null;
            tables.add(new CheckpointTaken.Table(
                    table.table(), tree.count(), tree.root().hex(), buckets));
        }
        return new CheckpointTaken(UUID.randomUUID(), DigestTree.VERSION, reason, tables, null, null);
    }

    private List<RowDigest> digests(CanonicalTable table) {
        return rows.get(table).values().stream().map(RowHasher::of).toList();
    }

    @Override
    public List<VillageEvent> on(CheckpointWanted command) {
        return List.of(checkpoint(Reason.WANTED, command.bucketsOf()));
    }

    @Override
    public List<VillageEvent> on(BucketListingWanted command) {
        List<BucketListed.Row> listed = digests(table(command.table())).stream()
                .filter(row -> command.buckets().contains(row.bucket()))
                .map(row -> new BucketListed.Row(
                        row.id(),
                        Base64.getEncoder().encodeToString(row.digest().bytes())))
                .toList();
        return List.of(
                new BucketListed(UUID.randomUUID(), DigestTree.VERSION, command.table(), command.buckets(), listed));
    }

    @Override
    public List<VillageEvent> on(RowsWanted command) {
        Map<UUID, VillageEvent> held = rows.get(table(command.table()));
        List<VillageEvent> found =
                command.ids().stream().filter(held::containsKey).map(held::get).toList();
        List<UUID> absent =
                command.ids().stream().filter(id -> !held.containsKey(id)).toList();
        return List.of(chunk(null, command.table(), null, found, absent), checkpoint(Reason.REPAIR));
    }

    @Override
    public List<VillageEvent> on(SnapshotWanted command) {
        List<VillageEvent> told = new ArrayList<>();
        for (String table : command.tables()) {
            Map<UUID, VillageEvent> held = rows.get(table(table));
            for (int bucket = 0; bucket < Bucket.NUMBER; bucket++) {
                int wanted = bucket;
                List<VillageEvent> inBucket = held.entrySet().stream()
                        .filter(row -> Bucket.of(row.getKey()) == wanted)
                        .map(Map.Entry::getValue)
                        .toList();
                told.add(chunk(command.commandId(), table, bucket, inBucket, List.of()));
            }
        }
        told.add(checkpoint(Reason.REPAIR));
        return told;
    }

    private static SnapshotChunk chunk(
            UUID snapshot, String table, Integer bucket, List<VillageEvent> found, List<UUID> absent) {
        return new SnapshotChunk(
                UUID.randomUUID(),
                snapshot,
                table,
                bucket,
                of(ResidentRecorded.class, found),
                of(FamilyRecorded.class, found),
                of(RequestRecorded.class, found),
                absent,
                of(MutationRecorded.class, found),
                of(LetterRecorded.class, found));
    }

    @Override
    public List<VillageEvent> on(SignerCertified command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(SignersRevoked command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(CertificatesTold command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(RequestMade command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(RequestWithdrawn command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(RequestHandedOut command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(LetterFileWanted command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(ErasureAsked command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(HandoverWanted command) {
        return List.of();
    }

    @Override
    public List<VillageEvent> on(HouseholdGiven command) {
        return List.of();
    }

    private static CanonicalTable table(String name) {
        return CanonicalTable.find(name).orElseThrow();
    }

    private static <E extends VillageEvent> List<E> of(Class<E> type, Collection<VillageEvent> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
