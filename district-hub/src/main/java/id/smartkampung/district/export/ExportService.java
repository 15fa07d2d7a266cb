package id.smartkampung.district.export;

import id.smartkampung.district.export.Export.Format;
import id.smartkampung.district.export.Export.State;
import id.smartkampung.district.feed.Reach;
import id.smartkampung.district.feed.RowType;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes wishes for full copies, and says what became of them; each is its owner's alone. */
@ApplicationScoped
class ExportService {

    private static final int TOO_MANY = 429;
    private static final int FORBIDDEN = 403;

    private final AgroalDataSource database;
    private final ExportConfig config;
    private final ExportFiles files;
    private final Audit audit;
    private final Clock clock;

    ExportService(AgroalDataSource database, ExportConfig config, Audit audit, Clock clock) {
        this.database = database;
        this.config = config;
        this.files = new ExportFiles(config.folder());
        this.audit = audit;
        this.clock = clock;
    }

    /** Puts a wish at the end of the queue. */
    @Transactional
    public UUID ask(Reach.Part part, Format format) {
        if (part.types().isEmpty()) {
            throw new RefusedException(FORBIDDEN, "export.nothing");
        }
        Export export = new Export(
                UUID.randomUUID(),
                part.owner(),
                part.types().stream().sorted().toList(),
                part.areas(),
                part.within(),
                part.open(),
                format,
                State.WAITING,
                0,
                clock.instant(),
                0,
                null,
                null,
                null,
                null,
                null);
        try (Connection connection = database.getConnection()) {
            if (ExportTable.underWay(connection, part.owner()) >= config.mostOfOne()) {
                throw new RefusedException(TOO_MANY, "export.too-many", config.mostOfOne());
            }
            ExportTable.insert(connection, export, part.caller(), part.purpose());
        } catch (SQLException e) {
            throw new IllegalStateException("a copy cannot be asked for now", e);
        }
        if (part.isPersonal()) {
            trace("export-asked", export, part.purpose());
        }
        return export.id();
    }

    /** The newest first. */
    List<Export> of(String owner) {
        try (Connection connection = database.getConnection()) {
            return ExportTable.of(connection, owner);
        } catch (SQLException e) {
            throw new IllegalStateException("the copies cannot be read", e);
        }
    }

    Optional<Export> find(UUID id, String owner) {
        try (Connection connection = database.getConnection()) {
            return ExportTable.find(connection, id, owner);
        } catch (SQLException e) {
            throw new IllegalStateException("copy " + id + " cannot be read", e);
        }
    }

    /** Takes a wish back; who writes it stops within a second, and its files go. */
    @Transactional
    public void cancel(Export export) {
        try (Connection connection = database.getConnection()) {
            ExportTable.cancel(connection, export.id());
            if (export.state() != State.RUNNING) {
                files.delete(export.id());
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("copy " + export.id() + " cannot be cancelled now", e);
        }
    }

    /** The file of a copy that is ready; its reading is recorded where it holds persons. */
    Path fetch(Export export, Export.Manifest.Part file, String reason) {
        if (file.type().isPersonal()) {
            trace("export-fetched", export, reason);
        }
        return files.file(export, file.name());
    }

    private void trace(String action, Export export, String reason) {
        List<String> fields = new ArrayList<>();
        export.types().stream().filter(RowType::isPersonal).forEach(type -> fields.addAll(type.shown()));
        if (export.open()) {
            fields.add("nik");
        }
        audit.record(action, "export/" + export.id(), fields.stream().distinct().toList(), reason);
    }
}
