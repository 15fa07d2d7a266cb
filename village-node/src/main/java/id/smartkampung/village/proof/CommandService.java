package id.smartkampung.village.proof;

import id.smartkampung.model.event.BucketListed;
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
import id.smartkampung.model.event.HandoverWanted;
import id.smartkampung.model.event.HouseholdGiven;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.proof.Bucket;
import id.smartkampung.model.proof.CanonicalTable;
import id.smartkampung.model.proof.DigestTree;
import id.smartkampung.village.enrolment.ToldCertificates;
import id.smartkampung.village.erasure.AskedErasures;
import id.smartkampung.village.letter.signing.SignerKeys;
import id.smartkampung.village.lineage.LineageService;
import id.smartkampung.village.log.Erasures;
import id.smartkampung.village.log.Outbox;
import id.smartkampung.village.mall.MallService;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Does what the district asks for, in the transaction that keeps how far it was obeyed. */
@ApplicationScoped
public class CommandService {

    private final DataSource database;
    private final Outbox outbox;
    private final CheckpointService checkpoints;
    private final RowsService rows;
    private final SnapshotService snapshots;
    private final SignerKeys signers;
    private final ToldCertificates certificates;
    private final MallService mall;
    private final AskedErasures erasures;
    private final Erasures erased;
    private final LineageService lineages;
    private final Clock clock;

    CommandService(
            DataSource database,
            Outbox outbox,
            CheckpointService checkpoints,
            RowsService rows,
            SnapshotService snapshots,
            SignerKeys signers,
            ToldCertificates certificates,
            MallService mall,
            AskedErasures erasures,
            Erasures erased,
            LineageService lineages,
            Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.checkpoints = checkpoints;
        this.rows = rows;
        this.snapshots = snapshots;
        this.signers = signers;
        this.certificates = certificates;
        this.mall = mall;
        this.erasures = erasures;
        this.erased = erased;
        this.lineages = lineages;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    public void obey(DistrictEvent command) {
        command.accept(new Obeying());
    }

    /** One command at a time; a table that this program does not compare is told by a checkpoint without it. */
    private final class Obeying implements DistrictEvent.Visitor<Void> {

        @Override
        public Void on(CheckpointWanted command) {
            checkpoints.take(Reason.WANTED, command.bucketsOf());
            return null;
        }

        @Override
        public Void on(BucketListingWanted command) {
            table(command.table()).ifPresent(table -> list(table, command.buckets()));
            return null;
        }

        @Override
        public Void on(RowsWanted command) {
            table(command.table()).ifPresent(table -> rows.send(table, command.ids()));
            checkpoints.take(Reason.REPAIR);
            return null;
        }

        @Override
        public Void on(SnapshotWanted command) {
            snapshots.begin(command.commandId(), command.tables());
            return null;
        }

        @Override
        public Void on(SignerCertified command) {
            signers.certified(command.chain());
            return null;
        }

        @Override
        public Void on(SignersRevoked command) {
            signers.revoked(command.list());
            return null;
        }

        @Override
        public Void on(CertificatesTold command) {
            certificates.told(command);
            return null;
        }

        @Override
        public Void on(RequestMade command) {
            mall.take(command);
            return null;
        }

        @Override
        public Void on(RequestWithdrawn command) {
            mall.withdraw(command);
            return null;
        }

        @Override
        public Void on(RequestHandedOut command) {
            mall.complete(command);
            return null;
        }

        @Override
        public Void on(LetterFileWanted command) {
            mall.send(command);
            return null;
        }

        /** Who is kept is shown to the district again, which has hidden the row. */
        @Override
        public Void on(ErasureAsked command) {
            if (!erasures.take(command)) {
                rows.send(CanonicalTable.RESIDENT, List.of(command.residentId()));
            }
            return null;
        }

        @Override
        public Void on(HandoverWanted command) {
            lineages.announced(command);
            return null;
        }

        @Override
        public Void on(HouseholdGiven command) {
            lineages.take(command, erased.persons());
            return null;
        }
    }

    private static Optional<CanonicalTable> table(String name) {
        Optional<CanonicalTable> table = CanonicalTable.find(name);
        if (table.isEmpty()) {
            Log.warnf("the district asks for a table that this server does not know: %s", name);
        }
        return table;
    }

    private void list(CanonicalTable table, List<Integer> wanted) {
        BitSet buckets = new BitSet(Bucket.NUMBER);
        wanted.stream().filter(bucket -> bucket >= 0 && bucket < Bucket.NUMBER).forEach(buckets::set);
        outbox.hold();
        try (Connection connection = database.getConnection()) {
            List<BucketListed.Row> listed = new ProofRows(connection)
                    .kept(table, buckets).stream()
                            .map(row -> new BucketListed.Row(
                                    row.id(),
                                    Base64.getEncoder()
                                            .encodeToString(row.digest().bytes())))
                            .toList();
            UUID id = UuidV7.at(clock.instant());
            outbox.appendWord(new BucketListed(
                    id,
                    DigestTree.VERSION,
                    table.table(),
                    buckets.stream().boxed().toList(),
                    listed));
        } catch (SQLException e) {
            throw new ProofException("the digests of " + table + " were not listed", e);
        }
    }
}
