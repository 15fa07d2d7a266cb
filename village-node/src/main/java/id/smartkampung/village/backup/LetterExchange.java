package id.smartkampung.village.backup;

import id.smartkampung.model.enrolment.LetterDeposit;
import id.smartkampung.web.backup.BackupException;
import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.backup.BackupKey;
import id.smartkampung.web.backup.FileFolder;
import id.smartkampung.web.backup.FileFolder.Named;
import id.smartkampung.web.backup.Seal;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Leaves with the district the letters that it lacks, locked, and fetches those that are lost here. */
final class LetterExchange {

    private static final String LOCKED = "letter-";
    private static final String ENDING = ".age";

    private final DepositClient client;
    private final FileFolder letters;
    private final BackupKey key;
    private final String lock;
    private final Path folder;
    private final Clock clock;

    /** Letters are locked and opened in a folder of their own for that. */
    LetterExchange(DepositClient client, FileFolder letters, BackupKey key, Path folder, Clock clock) {
        this.client = client;
        this.letters = letters;
        this.key = key;
        this.lock = LetterDeposit.lock(key.recipient());
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * How the letters stand.
     *
     * @param all how many are signed
     * @param waiting how many of them are still to be left with the district
     * @param lost paths of those that are not here, or damaged
     * @param done whether nothing more can be done until something changes
     */
    record Outcome(int all, int waiting, List<String> lost, boolean done) {}

    /** Goes on as long as there is time; the rest is for the next one. */
    Outcome exchange(List<Named> named, Set<String> damaged, Duration time) throws IOException, BackupException {
        Instant end = clock.instant().plus(time);
        Files.createDirectories(folder);
        LetterDeposit.Lacking answer = client.lackingLetters(lock);
        Set<String> lacking = new HashSet<>(answer.files());
        Set<Named> lost = lost(named, damaged);
        int all = (int) named.stream().map(Named::sha256).distinct().count();
        // A letter whose event is still on its way is not asked for yet.
        int waiting = Math.max(0, all - answer.named()) + lacking.size();
        boolean over = false;
        for (Named one : named) {
            over = clock.instant().isAfter(end);
            if (over) {
                break;
            }
            if (lost.contains(one)) {
                if (!lacking.contains(one.sha256()) && fetch(one)) {
                    lost.remove(one);
                }
            } else if (lacking.contains(one.sha256())) {
                if (!letters.has(one)) {
                    lost.add(one);
                } else if (deposit(one)) {
                    waiting--;
                }
            }
        }
        boolean toldAll = answer.named() >= all && lacking.size() < LetterDeposit.MOST;
        return new Outcome(all, waiting, lost.stream().map(Named::path).sorted().toList(), toldAll && !over);
    }

    /** What is not here, and what the last backup found damaged and is so still. */
    private Set<Named> lost(List<Named> named, Set<String> damaged) throws IOException {
        Set<Named> lost = new HashSet<>();
        for (Named one : named) {
            boolean whole = damaged.contains(one.path()) ? letters.has(one) : letters.isThere(one);
            if (!whole) {
                lost.add(one);
            }
        }
        return lost;
    }

    /** Locked once: what was cut goes on with the same bytes. */
    private boolean deposit(Named one) throws IOException, BackupException {
        String name = LetterDeposit.name(one.sha256(), lock);
        Path locked = folder.resolve(LOCKED + name + ENDING);
        if (!Files.exists(locked)) {
            forgetLocked();
            Path part = folder.resolve(LOCKED + name + ".part");
            try (OutputStream out = Seal.locking(Files.newOutputStream(part), key.recipient())) {
                Files.copy(letters.path(one), out);
            }
            Files.move(part, locked, StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            client.depositLetter(locked, name, clock.instant());
        } catch (DistrictAnswerException e) {
            if (!e.isOfThisFile()) {
                throw e;
            }
            // The others go on.
            Log.errorf("the district does not take the file %s: %s", one.path(), e.getMessage());
            return false;
        }
        Files.delete(locked);
        return true;
    }

    private void forgetLocked() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith(LOCKED))
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean fetch(Named one) throws IOException, BackupException {
        Optional<Path> locked = client.fetchLetter(LetterDeposit.name(one.sha256(), lock), folder);
        if (locked.isEmpty()) {
            return false;
        }
        try (InputStream opened = Seal.opening(Files.newInputStream(locked.get()), key)) {
            letters.put(one, opened);
        } catch (IOException | BackupException e) {
            if (e instanceof BackupException refused && refused.reason() == Reason.FILES) {
                throw refused;
            }
            // The others go on.
            Log.errorf(e, "what the district gives for the file %s is something else", one.path());
            return false;
        } finally {
            Files.delete(locked.get());
        }
        Log.infof("the file %s came back from the district", one.path());
        return true;
    }
}
