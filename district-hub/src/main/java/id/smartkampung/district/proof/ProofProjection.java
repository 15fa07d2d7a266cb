package id.smartkampung.district.proof;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.BucketListed;
import id.smartkampung.model.event.CheckpointTaken;
import id.smartkampung.model.event.CheckpointTaken.Reason;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.model.proof.Repair;
import id.smartkampung.model.proof.Repair.Finding;
import id.smartkampung.model.proof.RowDifferences;
import id.smartkampung.model.proof.RowDigest;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Proves at the named places of a log that the rows here are the village's, and has those that are not sent again. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class ProofProjection {

    private final AgroalDataSource database;
    private final CommandLog commands;
    private final ProofConfig config;
    private final Clock clock;

    ProofProjection(AgroalDataSource database, CommandLog commands, ProofConfig config, Clock clock) {
        this.database = database;
        this.commands = commands;
        this.config = config;
        this.clock = clock;
    }

    /** Rows with these keys were written; their digests are taken anew at the next proof. */
    public void touch(NodeId node, Map<CanonicalTable, BitSet> buckets) throws SQLException {
        if (!buckets.isEmpty()) {
            try (Connection connection = database.getConnection()) {
                new StoredRows(connection, node).touch(buckets);
            }
        }
    }

    /** A later checkpoint came with this one, and only that is compared. */
    public void supersede(NodeId node, int checkpoints) throws SQLException {
        try (Connection connection = database.getConnection()) {
            ProofTable.supersede(connection, node, checkpoints);
        }
    }

    /** Compares at exactly the place of a checkpoint: all before it is applied, nothing after it. */
    public void prove(NodeId node, Applied<CheckpointTaken> checkpoint) throws SQLException {
        CheckpointTaken said = checkpoint.event();
        if (said.digestVersion() != DigestTree.VERSION) {
            Log.warnf("village %s says what it holds in digests of version %d", node, said.digestVersion());
            return;
        }
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            StoredRows rows = new StoredRows(connection, node);
            boolean usual = said.reason() == Reason.HOURLY || said.reason() == Reason.EVENTS;
            boolean whole = !usual || ProofTable.isWholeProofDue(connection, node, now.minus(config.wholeEvery()));
            Map<String, BitSet> differing = differing(rows, said, whole);
            if (!whole && !differing.isEmpty()) {
                whole = true;
                differing = differing(rows, said, true);
            }
            Optional<Repair> running = RepairTable.find(connection, node);
            Repair.Next next = Repair.atCheckpoint(running.orElse(null), said.reason(), differing, this::id);
            ProofTable.checked(connection, node, checkpoint.position(), now, whole);
            if (next.finding() == Finding.EQUAL) {
                ProofTable.proven(connection, node, checkpoint, now, 0);
            }
            follow(connection, node, checkpoint.position(), next, differing.keySet(), now);
        }
    }

    /** Compares the rows of some buckets at exactly the place of their listing, and names those that are not the same. */
    public void compare(NodeId node, Applied<BucketListed> listing, Set<String> waitingSubjects) throws SQLException {
        BucketListed said = listing.event();
        Optional<CanonicalTable> table = CanonicalTable.find(said.table());
        if (table.isEmpty() || said.digestVersion() != DigestTree.VERSION) {
            return;
        }
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            Optional<Repair> running = RepairTable.find(connection, node);
            if (running.isEmpty()) {
                return;
            }
            RowDifferences found = RowDifferences.between(
                    said.rows().stream().map(ProofProjection::row).toList(),
                    new StoredRows(connection, node).rows(table.get(), buckets(said)));
            Set<UUID> waiting = waiting(table.get(), waitingSubjects);
            RepairTable.name(connection, node, said.table(), found.without(waiting), now);
            Repair.Next next = Repair.atListing(running.get(), said.table(), found, waiting, this::id);
            if (next.finding() == Finding.EXPLAINED) {
                int explained = running.get().explained() + found.all().size();
                ProofTable.explained(connection, node, now, explained);
            }
            follow(connection, node, listing.position(), next, Set.of(said.table()), now);
        }
    }

    /**
     * Events were too old to come with their data, so nobody knows what became of their rows: the village is asked for a
     * snapshot, unless rows are under way already.
     */
    public void lost(NodeId node, LogPosition position) throws SQLException {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            Optional<Repair> running = RepairTable.find(connection, node);
            if (running.isPresent() && running.get().step() == Repair.Step.ROWS) {
                return;
            }
            Log.warnf("village %s, %s: events came without their data, a snapshot is asked for", node, position);
            RepairTable.lost(connection, node, position, now);
            RepairTable.store(connection, node, position, new Repair(Repair.Step.ROWS, 1, 1, 0, 0), now);
            List<String> tables = Arrays.stream(CanonicalTable.values())
                    .map(CanonicalTable::table)
                    .toList();
            commands.append(connection, node, new DistrictEvent.SnapshotWanted(id(), tables));
        }
    }

    /** What was asked in a repair was lost with a restore of ours: the village is asked anew what it holds. */
    public void beginAgain(NodeId node) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (RepairTable.find(connection, node).isPresent()) {
                RepairTable.end(connection, node);
                commands.append(connection, node, new DistrictEvent.CheckpointWanted(id(), List.of()));
            }
        }
    }

    /** Where the rows of a village were last proven to be its own; nothing before the first time. */
    public Optional<Control.Proven> proven(NodeId node) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return ProofTable.lastProven(connection, node);
        }
    }

    private void follow(
            Connection connection, NodeId node, LogPosition position, Repair.Next next, Set<String> tables, Instant now)
            throws SQLException {
        switch (next.finding()) {
            case DIVERGED -> {
                Log.warnf("village %s, %s: DIVERGED in %s", node, position, tables);
                RepairTable.diverged(connection, node, position, tables, now);
            }
            case GIVEN_UP ->
                Log.errorf("village %s, %s: its rows were sent again twice, and still differ", node, position);
            case EQUAL, EXPLAINED, GONE -> RepairTable.settle(connection, node, now);
            case DIFFERENT -> Log.debugf("village %s, %s: %s", node, position, next.repair());
        }
        if (next.repair() == null) {
            RepairTable.end(connection, node);
        } else {
            RepairTable.store(connection, node, position, next.repair(), now);
        }
        for (DistrictEvent command : next.commands()) {
            commands.append(connection, node, command);
        }
    }

    /** The tables whose roots are not what the village says, each with its unequal buckets if the village sent them. */
    private static Map<String, BitSet> differing(StoredRows rows, CheckpointTaken said, boolean whole)
            throws SQLException {
        Map<String, BitSet> differing = new TreeMap<>();
        for (CheckpointTaken.Table each : said.tables()) {
            Optional<CanonicalTable> table = CanonicalTable.find(each.table());
            if (table.isEmpty()) {
                continue;
            }
            DigestTree tree = whole ? rows.wholeTree(table.get()) : rows.tree(table.get());
            if (tree.count() != each.count() || !tree.root().equals(Hash.ofHex(each.root()))) {
                differing.put(
                        each.table(),
                        each.buckets() == null
                                ? new BitSet()
                                : tree.differing(Base64.getDecoder().decode(each.buckets())));
            }
        }
        return differing;
    }

    private static RowDigest row(BucketListed.Row row) {
        return new RowDigest(row.id(), Hash.of(Base64.getDecoder().decode(row.digest())));
    }

    private static BitSet buckets(BucketListed listing) {
        BitSet buckets = new BitSet(Bucket.NUMBER);
        listing.buckets().stream()
                .filter(bucket -> bucket >= 0 && bucket < Bucket.NUMBER)
                .forEach(buckets::set);
        return buckets;
    }

    private static Set<UUID> waiting(CanonicalTable table, Set<String> subjects) {
        return subjects.stream()
                .filter(subject -> subject.startsWith(table.table() + "/"))
                .map(subject -> Subject.parse(subject).id())
                .collect(Collectors.toSet());
    }

    private UUID id() {
        return UuidV7.at(clock.instant());
    }
}
