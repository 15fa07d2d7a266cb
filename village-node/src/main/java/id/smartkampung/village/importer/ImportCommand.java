package id.smartkampung.village.importer;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.importer.intake.Chunk;
import id.smartkampung.village.importer.intake.FileChunks;
import id.smartkampung.village.importer.intake.ImportService;
import id.smartkampung.village.importer.intake.RowFault;
import id.smartkampung.village.importer.row.ParsedRow;
import id.smartkampung.village.importer.sheet.SheetRefusedException;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.logging.Log;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code import [--dry-run] FILE_OR_FOLDER…}: the same import for whoever sits at the server. */
public class ImportCommand implements QuarkusApplication {

    public static final String NAME = "import";

    private static final String DRY_RUN = "--dry-run";
    private static final int ALL_IN = 0;
    private static final int SOME_REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final ImportService rows;
    private final ImportConfig config;
    private final Audit audit;
    private final Texts texts;
    private final Clock clock;

    ImportCommand(ImportService rows, ImportConfig config, Audit audit, Texts texts, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public int run(String... arguments) throws IOException {
        List<String> given = List.of(arguments).subList(1, arguments.length);
        boolean dry = given.contains(DRY_RUN);
        List<Path> files = new ArrayList<>();
        for (String argument : given) {
            if (!argument.equals(DRY_RUN) && !addFiles(Path.of(argument), files)) {
                Log.error(texts.of("import.command.absent", argument));
                return NOT_UNDERSTOOD;
            }
        }
        if (files.isEmpty()) {
            Log.error(texts.of("import.command.usage"));
            return NOT_UNDERSTOOD;
        }
        int exit = ALL_IN;
        for (Path file : files) {
            exit = Math.max(exit, take(file, dry));
        }
        return exit;
    }

    private int take(Path file, boolean dry) throws IOException {
        String name = String.valueOf(file.getFileName());
        try {
            LocalDate today = Wib.dateOf(clock.instant());
            FileChunks chunks = FileChunks.of(file, config.limits(), today, config.chunkRows(), List.of());
            Sum sum = new Sum();
            chunks.each(0, some -> sum.add(dry ? rows.plan(some) : apply(some)));
            Chunk all = sum.chunk;
            Log.info(texts.of(
                    dry ? "import.command.would" : "import.command.done",
                    name,
                    all.rows(),
                    all.added(),
                    all.changed(),
                    all.unchanged(),
                    chunks.survey().families(),
                    all.warnings(),
                    all.errors()));
            if (!dry) {
                String result = all.added() + "/" + all.changed() + "/" + all.unchanged() + "/" + all.errors();
                audit.recordBy(null, "import-finished", "import/" + NAME, Set.of(), result);
            }
            return ALL_IN;
        } catch (SheetRefusedException e) {
            String reason = texts.of("import.refusal." + e.refusal().name(), e.detail());
            Log.error(texts.of("import.command.refused", name, reason));
            return SOME_REFUSED;
        }
    }

    /** All at once, and one by one where the register would not take them all. */
    private Chunk apply(List<ParsedRow> some) {
        Author author = new Author(null, CurrentAccount.PROGRAM, Author.IMPORT);
        try {
            return rows.apply(some, author);
        } catch (RuntimeException together) {
            if (!RowFault.is(together)) {
                throw together;
            }
            if (some.size() == 1) {
                Log.warnf(
                        "row %d is left out (%s)",
                        some.get(0).number(), together.getClass().getName());
                return new Chunk(1, 0, 0, 0, 1, 0, List.of());
            }
            Chunk sum = Chunk.NONE;
            for (ParsedRow row : some) {
                sum = sum.plus(apply(List.of(row)));
            }
            return sum;
        }
    }

    private static boolean addFiles(Path path, List<Path> files) throws IOException {
        if (!Files.isDirectory(path)) {
            files.add(path);
            return Files.isReadable(path);
        }
        try (Stream<Path> inside = Files.list(path)) {
            inside.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .forEach(files::add);
        }
        return true;
    }

    /** Adds up what became of the chunks of one file. */
    private static final class Sum {

        private Chunk chunk = Chunk.NONE;

        private boolean add(Chunk more) {
            chunk = chunk.plus(more);
            return true;
        }
    }
}
