package id.smartkampung.district.deposit;

import id.smartkampung.district.trust.KnownKey;
import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.model.enrolment.BackupDeposit;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the locked backups of the villages. What is in them nobody here can read. */
@ApplicationScoped
class DepositService {

    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;

    /** A hub of the same district may be about to write the row of its file. */
    private static final Duration UNKNOWN_FOR = Duration.ofHours(1);

    private final AgroalDataSource database;
    private final DepositFiles files;
    private final DepositConfig config;
    private final Clock clock;
    private final Map<NodeId, Object> locks = new ConcurrentHashMap<>();

    DepositService(AgroalDataSource database, DepositConfig config, Clock clock) {
        this.database = database;
        this.files = new DepositFiles(config.folder());
        this.config = config;
        this.clock = clock;
    }

    /** Whether a key of this village that counts today signed it. */
    boolean isSigned(NodeId node, String kind, byte[] message, String signature) {
        return inTransaction(connection -> VillageKeys.of(connection, node)).stream()
                .filter(KnownKey::isCurrent)
                .anyMatch(known -> known.key().signed(kind, message, signature));
    }

    /** Takes a piece if it is the next one, and says how much is there. */
    BackupDeposit.Progress take(BackupDeposit deposit, byte[] piece) {
        NodeId node = new NodeId(deposit.node());
        if (deposit.size() > config.largest().asLongValue()) {
            throw new DepositRefusedException(TOO_LARGE, "a backup of " + deposit.size() + " bytes is too large");
        }
        synchronized (locks.computeIfAbsent(node, any -> new Object())) {
            // A hub that was put back to an older backup of its own may know files that are gone.
            if (inTransaction(connection -> DepositTable.find(connection, node, deposit.id()))
                    .filter(files::isThere)
                    .isPresent()) {
                return new BackupDeposit.Progress(deposit.size());
            }
            try {
                return new BackupDeposit.Progress(append(deposit, piece));
            } catch (IOException e) {
                throw new UncheckedIOException("the backup of village " + node + " is not stored", e);
            }
        }
    }

    private long append(BackupDeposit deposit, byte[] piece) throws IOException {
        long now = files.take(deposit, piece);
        if (now == deposit.size()) {
            keep(deposit);
        }
        return now;
    }

    private void keep(BackupDeposit deposit) throws IOException {
        NodeId node = new NodeId(deposit.node());
        List<BackupDeposit> surplus = inTransaction(connection -> {
            DepositTable.add(connection, deposit, clock.instant());
            List<BackupDeposit> all = DepositTable.of(connection, node);
            List<BackupDeposit> old = all.subList(Math.min(config.keep(), all.size()), all.size());
            for (BackupDeposit one : old) {
                DepositTable.remove(connection, one);
            }
            return old;
        });
        for (BackupDeposit one : surplus) {
            files.delete(one);
        }
        List<BackupDeposit> known = inTransaction(connection -> DepositTable.of(connection, node));
        files.deleteUnknown(node, known, clock.instant().minus(UNKNOWN_FOR));
        Log.infof("village %s has left a backup of %d bytes", node, deposit.size());
    }

    /** The last backup, or the one that was begun, as long as it is kept; from the place on that is wanted. */
    BackupDeposit find(BackupDeposit.Fetch wanted) {
        NodeId node = new NodeId(wanted.node());
        return inTransaction(connection -> DepositTable.of(connection, node)).stream()
                .filter(one -> wanted.id().isEmpty() || one.id().equals(wanted.id()))
                .filter(files::isThere)
                .findFirst()
                .map(one -> one.at(wanted.offset()))
                .orElseThrow(() -> new DepositRefusedException(NOT_FOUND, "there is no backup of village " + node));
    }

    byte[] piece(BackupDeposit deposit) {
        try {
            return files.read(deposit, deposit.offset());
        } catch (IOException e) {
            throw new UncheckedIOException("the backup of village " + deposit.node() + " is not read", e);
        }
    }

    /** Work on the tables. */
    @FunctionalInterface
    private interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                return work.on(connection);
            }
        });
    }
}
