package id.smartkampung.village.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.village.backup.BackupShelf.Kept;
import id.smartkampung.village.enrolment.JoinedHub;
import id.smartkampung.village.letter.number.LetterConfig;
import id.smartkampung.village.letter.number.SignedFiles;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.village.trust.SyncConfig;
import id.smartkampung.web.backup.BackupException;
import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.backup.BackupKey;
import id.smartkampung.web.backup.BackupWriter;
import id.smartkampung.web.backup.KeyBeside;
import id.smartkampung.web.backup.Manifest;
import id.smartkampung.web.backup.ProgramSettings;
import id.smartkampung.web.backup.Store;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Makes the backups of this village and leaves them with its district, which cannot open them. */
@ApplicationScoped
class BackupKeeper {

    /** Before the keys of texts. */
    static final String TROUBLE = "backup.trouble.";

    private final BackupShelf shelf;
    private final KeyBeside key;
    private final Store store;
    private final JoinedHub joined;
    private final NodeKeys keys;
    private final VillageProfile village;
    private final ObjectMapper json;
    private final Clock clock;

    BackupKeeper(
            BackupShelf shelf,
            SyncConfig sync,
            LetterConfig letters,
            Config config,
            JoinedHub joined,
            NodeKeys keys,
            VillageProfile village,
            ObjectMapper json,
            Clock clock) {
        this.shelf = shelf;
        this.key = new KeyBeside(sync.keysFolder(), Optional.empty());
        this.store = ProgramSettings.of(config)
                .store(VillageBackup.PROGRAM, village.node().value(), VillageBackup.POSITION)
                .with(SignedFiles.folder(letters));
        this.joined = joined;
        this.keys = keys;
        this.village = village;
        this.json = json;
        this.clock = clock;
    }

    /** The key for the sheet in the safe. */
    BackupKey key() throws BackupException {
        return key.readOrMake();
    }

    /** Makes a backup of this moment and lets the oldest go; when that fails, the page says why. */
    synchronized void take() throws BackupException {
        try {
            String recipient = key.recipient();
            // Letters are not in it each night anew: they lie at the district one by one, see DepositedLetters.
            Manifest manifest = new BackupWriter(store, clock).writeRows(shelf.next(clock.instant()), recipient);
            shelf.taken(recipient, manifest.lacking());
            shelf.prune();
            Log.infof(
                    "a backup of %d rows was made, log at %s, %d letters whole, %d lost or damaged",
                    manifest.rows(),
                    manifest.position(),
                    manifest.beside().size(),
                    manifest.lacking().size());
        } catch (BackupException e) {
            Log.errorf(e, "no backup was made: %s", e.getMessage());
            shelf.notTaken(TROUBLE + trouble(e.reason()));
            throw e;
        }
    }

    /** What an admin can do something about has a sentence of its own. */
    static String trouble(Reason reason) {
        return switch (reason) {
            case FULL -> "full";
            case UNWRITABLE -> "unwritable";
            case KEY, KEY_FILE -> "key";
            default -> "not-taken";
        };
    }

    /** The last backup, if the district does not have it yet and this server has joined. */
    Optional<Kept> undeposited() {
        String there = shelf.state().deposited();
        return joined.place().isEmpty()
                ? Optional.empty()
                : shelf.kept().stream().findFirst().filter(last -> !last.name().equals(there));
    }

    /** Leaves it with the district. */
    void deposit(Kept backup) throws IOException {
        JoinedHub.Place hub = joined.place().orElseThrow(() -> new IOException("this server has not joined"));
        new DepositClient(hub, village.node(), keys.current(), json).deposit(backup.file(), backup.takenAt());
        shelf.deposited(backup, clock.instant());
        Log.infof("the district keeps the backup of %s, %d bytes", backup.takenAt(), backup.size());
    }
}
