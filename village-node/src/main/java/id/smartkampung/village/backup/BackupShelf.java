package id.smartkampung.village.backup;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.web.file.PrivateFile;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The backups on this machine, and how far the last one has come. In files and not in the database, which would be part of
 * the backup itself.
 */
@ApplicationScoped
@Named("backups")
public class BackupShelf {

    private static final String ENDING = ".age";
    private static final String STATE = "state.json";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final BackupConfig config;
    private final String prefix;
    private final ObjectMapper json;

    /** What could not be kept, since the disk is full or gone: the page is to say so all the same. */
    private State unkept;

    BackupShelf(BackupConfig config, VillageProfile village, ObjectMapper json) {
        this.config = config;
        this.prefix = "village-" + village.node() + "-";
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A backup as it lies here. */
    record Kept(Path file, Instant takenAt, long size) {

        String name() {
            return file.getFileName().toString();
        }
    }

    /**
     * What is known besides the files.
     *
     * @param deposited name of the file that the district has, null for none
     * @param depositedAt when it got it, as ISO 8601
     * @param notTaken why the last attempt to make one failed, a key of the texts; null after a good one
     * @param notDeposited why the last one did not come to the district, likewise
     * @param lockedWith public half of the key of the last one; null before
     * @param shownKey public half of the key that was shown to be printed; null before
     * @param lost paths of the letters that the last one found lost or damaged
     */
    record State(
            String deposited,
            String depositedAt,
            String notTaken,
            String notDeposited,
            String lockedWith,
            String shownKey,
            List<String> lost) {

        static final State NEW = new State(null, null, null, null, null, null, List.of());

        State {
            // What was kept before letters lay in files says nothing of them.
            lost = lost == null ? List.of() : List.copyOf(lost);
        }

        State deposited(String name, Instant now) {
            return new State(name, now.toString(), notTaken, null, lockedWith, shownKey, lost);
        }

        State notDeposited(String trouble) {
            return new State(deposited, depositedAt, notTaken, trouble, lockedWith, shownKey, lost);
        }

        State taken(String recipient, List<String> lacking) {
            return new State(deposited, depositedAt, null, notDeposited, recipient, shownKey, lacking);
        }

        State notTaken(String trouble) {
            return new State(deposited, depositedAt, trouble, notDeposited, lockedWith, shownKey, lost);
        }

        State shown(String recipient) {
            return new State(deposited, depositedAt, notTaken, notDeposited, lockedWith, recipient, lost);
        }

        State lost(List<String> paths) {
            return new State(deposited, depositedAt, notTaken, notDeposited, lockedWith, shownKey, paths);
        }

        /** A sheet with another key than that of the backups is as good as none. */
        boolean isKeyWaiting() {
            return shownKey == null || (lockedWith != null && !lockedWith.equals(shownKey));
        }

        /** The key of the text that a person needs most, null when all is well. */
        String trouble() {
            return notTaken == null ? notDeposited : notTaken;
        }
    }

    /** For templates: whether nobody has printed the key yet. */
    public boolean isKeyWaiting() {
        return state().isKeyWaiting();
    }

    Path next(Instant now) {
        return config.folder().resolve(prefix + STAMP.format(now) + ENDING);
    }

    /** The last one first. */
    List<Kept> kept() {
        if (!Files.isDirectory(config.folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(config.folder())) {
            return files.map(this::kept)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparing(Kept::takenAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the backups is not read", e);
        }
    }

    /** Lets go what is older than the last few. */
    void prune() {
        List<Kept> all = kept();
        for (Kept old : all.subList(Math.min(config.keep(), all.size()), all.size())) {
            try {
                Files.deleteIfExists(old.file());
            } catch (IOException e) {
                Log.warnf("the old backup %s cannot be deleted: %s", old.name(), e.getMessage());
            }
        }
    }

    synchronized State state() {
        if (unkept != null) {
            return unkept;
        }
        Path file = config.folder().resolve(STATE);
        try {
            return Files.exists(file) ? json.readValue(Files.readAllBytes(file), State.class) : State.NEW;
        } catch (IOException e) {
            throw new UncheckedIOException("the state of the backups is not read", e);
        }
    }

    synchronized void deposited(Kept backup, Instant now) {
        keep(state().deposited(backup.name(), now));
    }

    synchronized void notDeposited(String trouble) {
        keep(state().notDeposited(trouble));
    }

    /** One was made with this key, and these letters were not found whole: what went wrong before is over. */
    synchronized void taken(String recipient, List<String> lacking) {
        keep(state().taken(recipient, lacking));
    }

    synchronized void notTaken(String trouble) {
        keep(state().notTaken(trouble));
    }

    synchronized void keyShown(String recipient) {
        keep(state().shown(recipient));
    }

    /** Letters that are still lost; the others have come back. */
    synchronized void lost(List<String> paths) {
        State known = state();
        if (!known.lost().equals(paths)) {
            keep(known.lost(paths));
        }
    }

    private void keep(State state) {
        try {
            PrivateFile.write(config.folder().resolve(STATE), json.writeValueAsBytes(state));
            unkept = null;
        } catch (IOException e) {
            Log.errorf("the state of the backups is not kept: %s", e.getMessage());
            unkept = state;
        }
    }

    private Optional<Kept> kept(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(prefix) || !name.endsWith(ENDING)) {
            return Optional.empty();
        }
        try {
            String stamp = name.substring(prefix.length(), name.length() - ENDING.length());
            return Optional.of(new Kept(file, STAMP.parse(stamp, Instant::from), Files.size(file)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a backup is not looked at", e);
        }
    }
}
