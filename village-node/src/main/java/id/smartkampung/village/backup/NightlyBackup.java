package id.smartkampung.village.backup;

import id.smartkampung.village.backup.BackupShelf.Kept;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.web.backup.BackupException;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;

/** Looks from time to time whether a backup is due, and whether the last one is with the district. */
@ApplicationScoped
class NightlyBackup {

    private final BackupKeeper keeper;
    private final BackupShelf shelf;
    private final VillageProfile village;
    private final DepositedLetters letters;
    private final BackupDue due;
    private final Clock clock;

    private final Backoff taking;
    private final Backoff depositing;
    private final Backoff carrying;
    private String failed;

    NightlyBackup(
            BackupKeeper keeper,
            BackupShelf shelf,
            DepositedLetters letters,
            BackupConfig config,
            VillageProfile village,
            Clock clock) {
        this.keeper = keeper;
        this.shelf = shelf;
        this.letters = letters;
        this.village = village;
        // Of the name and not by chance: a restart does not move it, and the hub has its villages one after the other.
        double place = new Random(village.node().value().hashCode()).nextDouble();
        this.due = new BackupDue(
                config.at(), Duration.ofMillis((long) (place * config.within().toMillis())));
        this.taking = new Backoff(config.pause());
        this.depositing = new Backoff(config.pause());
        this.carrying = new Backoff(config.pause());
        this.clock = clock;
    }

    @Scheduled(
            every = "${village.backup.look-every:1m}",
            delayed = "20s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (village.training()) {
            return;
        }
        Instant now = clock.instant();
        if (isDue(now) && taking.isOver(now)) {
            take(now);
        }
        Optional<Kept> waiting = keeper.undeposited();
        // One that was made since the last failure is tried at once: somebody may wait for it.
        if (waiting.isPresent()
                && (depositing.isOver(now) || !waiting.get().name().equals(failed))) {
            deposit(waiting.get());
        }
    }

    /** Apart from the backup, which must not wait for all letters of many years. */
    @Scheduled(
            every = "${village.backup.look-every:1m}",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void lookAtLetters() {
        if (village.training() || !carrying.isOver(clock.instant())) {
            return;
        }
        try {
            letters.look();
            carrying.end();
        } catch (IOException | BackupException e) {
            Log.warnf("not all letters are here and with the district yet: %s", e.getMessage());
            carrying.failed(clock.instant());
        }
    }

    private boolean isDue(Instant now) {
        Instant last = shelf.kept().stream().findFirst().map(Kept::takenAt).orElse(Instant.MIN);
        return due.isDue(last, now);
    }

    /** Whatever becomes of it, an older one that waits goes to the district. */
    private void take(Instant now) {
        try {
            keeper.take();
            taking.end();
        } catch (BackupException e) {
            // The page says why.
            taking.failed(now);
        }
    }

    private void deposit(Kept backup) {
        try {
            keeper.deposit(backup);
            depositing.end();
            failed = null;
        } catch (IOException e) {
            Log.warnf("the backup of %s is not with the district yet: %s", backup.takenAt(), e.getMessage());
            shelf.notDeposited(BackupKeeper.TROUBLE + trouble(e));
            failed = backup.name();
            depositing.failed(clock.instant());
        }
    }

    private static String trouble(IOException e) {
        if (e instanceof DistrictAnswerException answer) {
            return answer.trouble();
        }
        return "not-deposited";
    }
}
