package id.smartkampung.web.backup;

import id.smartkampung.web.backup.BackupException.Reason;
import id.smartkampung.web.text.Texts;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code backup FILE}, {@code restore FILE}, {@code verify FILE}: for whoever sits at the server, without the server being
 * started.
 */
public final class BackupCommand {

    public static final Set<String> NAMES = Set.of("backup", "restore", "verify");

    private static final String KEY_FILE = "--key-file";
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Store store;
    private final Lock lock;
    private final Texts texts;
    private final BufferedReader in;
    private final PrintStream out;
    private final Clock clock;

    public BackupCommand(Store store, Lock lock, Texts texts, Clock clock) {
        this(
                store,
                lock,
                texts,
                new BufferedReader(
                        new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                clock);
    }

    BackupCommand(Store store, Lock lock, Texts texts, BufferedReader in, PrintStream out, Clock clock) {
        this.store = store;
        this.lock = lock;
        this.texts = texts;
        this.in = in;
        this.out = out;
        this.clock = clock;
    }

    /** With what this program locks and opens its backups. */
    public interface Lock {

        /** The public half; made if there is none yet and it is ours to make. */
        String recipient() throws BackupException;

        /** Where the key lies on this machine, if it does. */
        Path keyFile();

        /** A backup was restored with this key: the next ones are locked with it too. */
        void opened(BackupKey key) throws BackupException;
    }

    /** How a backup is come by that is not here. */
    @FunctionalInterface
    public interface Source {

        Path fetch(Terminal terminal) throws BackupException;
    }

    /** Talks with who sits there. */
    public interface Terminal {

        String ask(String question);

        void say(String line);
    }

    /** Runs one command and gives the exit code. */
    public int run(List<String> arguments, Source elsewhere) {
        List<String> files = new ArrayList<>(arguments.subList(1, arguments.size()));
        Path keyFile = null;
        int option = files.indexOf(KEY_FILE);
        if (option >= 0 && option + 1 < files.size()) {
            keyFile = Path.of(files.get(option + 1));
            files.subList(option, option + 2).clear();
        }
        boolean fetches = elsewhere != null && files.equals(List.of("--from-district"));
        if (files.size() != 1 || (files.get(0).startsWith("--") && !fetches)) {
            say("usage");
            return NOT_UNDERSTOOD;
        }
        try {
            switch (arguments.get(0)) {
                case "backup" -> backup(Path.of(files.get(0)));
                case "verify" -> {
                    Path file = file(files.get(0));
                    verify(file, key(keyFile, file));
                }
                default -> {
                    // Before anything is asked or fetched.
                    new Restore(store).requireEmpty();
                    Path file = fetches ? elsewhere.fetch(terminal()) : file(files.get(0));
                    restore(file, key(keyFile, file));
                }
            }
            return DONE;
        } catch (BackupException e) {
            out.println(e.reason() + ": " + texts.of(e.reason().text(), e.details()));
            return REFUSED;
        }
    }

    private void backup(Path file) throws BackupException {
        if (Files.exists(file)) {
            throw new BackupException(Reason.EXISTS, file);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            // Made here, it would lie on the disk of the server and not on the medium that is not in.
            throw new BackupException(Reason.NO_FOLDER, folder);
        }
        Manifest manifest = new BackupWriter(store, clock).write(file, lock.recipient());
        say("written", described(manifest), file);
        sayLacking(manifest);
    }

    private void verify(Path file, BackupKey key) throws BackupException {
        Manifest manifest = new BackupFile(file, key).verify();
        say("whole", described(manifest));
        sayLacking(manifest);
        manifest.tables().forEach(table -> out.printf("  %-24s %9d  %s%n", table.name(), table.rows(), table.sha256()));
    }

    private void restore(Path file, BackupKey key) throws BackupException {
        Manifest manifest = new Restore(store).restore(new BackupFile(file, key));
        lock.opened(key);
        say("restored", described(manifest));
        long away = manifest.beside().stream()
                .filter(one -> !store.files().isThere(new FileFolder.Named(one.path(), one.sha256())))
                .count();
        if (away > 0) {
            say("files-away", away, store.files().place());
        }
        sayLacking(manifest);
    }

    private void sayLacking(Manifest manifest) {
        if (manifest.lacking().isEmpty()) {
            return;
        }
        say("files-lacking", manifest.lacking().size());
        manifest.lacking().forEach(path -> out.println("  " + path));
    }

    private String described(Manifest manifest) {
        String log = manifest.position().isEmpty() ? "-" : manifest.position();
        return texts.of(
                "backup.command.what",
                manifest.program() + " " + manifest.node(),
                manifest.takenAt(),
                manifest.rows(),
                manifest.tables().size(),
                log,
                manifest.files().size());
    }

    private void say(String word, Object... details) {
        out.println(texts.of("backup.command." + word, details));
    }

    private static Path file(String name) throws BackupException {
        Path file = Path.of(name);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new BackupException(Reason.NO_FILE, file);
        }
        return file;
    }

    /** From the file that was named, from this machine if that one opens it, or from who sits there. */
    private BackupKey key(Path named, Path file) throws BackupException {
        if (named != null) {
            try {
                return BackupKey.parse(Files.readString(named));
            } catch (IOException e) {
                throw new BackupException(e, Reason.KEY_FILE, named);
            }
        }
        if (Files.exists(lock.keyFile())) {
            BackupKey ours = BackupKey.read(lock.keyFile());
            if (new BackupFile(file, ours).isOpenedByItsKey()) {
                return ours;
            }
            say("other-key", lock.keyFile());
        }
        return BackupKey.parse(terminal().ask(texts.of("backup.command.key")));
    }

    private Terminal terminal() {
        return new Terminal() {
            @Override
            public String ask(String question) {
                out.println(question);
                try {
                    String line = in.readLine();
                    return line == null ? "" : line.strip();
                } catch (IOException e) {
                    throw new UncheckedIOException("nobody can be asked", e);
                }
            }

            @Override
            public void say(String line) {
                out.println(line);
            }
        };
    }
}
