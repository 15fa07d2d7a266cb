package id.smartkampung.district.export;

import id.smartkampung.district.export.Export.Format;
import id.smartkampung.district.export.Export.Manifest;
import id.smartkampung.district.feed.FeedPositions;
import id.smartkampung.district.feed.FeedQueries;
import id.smartkampung.district.feed.FeedQueries.Head;
import id.smartkampung.district.feed.Reach;
import id.smartkampung.district.feed.RowType;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.backup.Digests;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Writes the files of a copy: all rows and the places in the logs in one snapshot, straight from PostgreSQL's COPY into
 * the compressed file, one row in memory at a time.
 */
@ApplicationScoped
class ExportWriter {

    private static final int LOOK_EVERY_ROWS = 1000;

    private final AgroalDataSource database;
    private final FeedPositions positions;

    ExportWriter(AgroalDataSource database, FeedPositions positions) {
        this.database = database;
        this.positions = positions;
    }

    /** Hears how far it is, and says whether to go on. */
    @FunctionalInterface
    interface Progress {

        boolean goOn(long done, long total) throws SQLException;
    }

    /** Somebody took it back, or another hub writes it. */
    static final class StoppedException extends Exception {

        private static final long serialVersionUID = 1;
    }

    /**
     * Writes what was asked for into an empty folder.
     *
     * @throws IOException when a file cannot be written
     * @throws SQLException when the database cannot do it now
     */
    Manifest write(Export export, Path folder, Progress progress) throws IOException, SQLException, StoppedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                FeedQueries.beginSnapshot(connection);
                List<Head> heads = FeedQueries.heads(connection).stream()
                        .filter(head -> Reach.contains(head.desa(), export.areas(), export.within()))
                        .toList();
                boolean whole = export.areas().isEmpty() && export.within() == null;
                String villages = whole ? "" : " where t.node = any(" + literal(heads) + ")";
                Run run = new Run(connection, export, folder, villages, progress);
                return new Manifest(positions.cursor(heads), run.files());
            } finally {
                connection.rollback();
            }
        }
    }

    /** The nodes as a literal, since COPY takes no parameters; a {@link NodeId} has nothing that could end it. */
    private static String literal(List<Head> heads) {
        return heads.stream()
                .map(head -> new NodeId(head.node()).value())
                .collect(Collectors.joining(",", "'{", "}'::text[]"));
    }

    /** One copy on its way into its files. */
    private static final class Run {

        private final Connection connection;
        private final Export export;
        private final Path folder;
        private final String villages;
        private final Progress progress;
        private long total;
        private long done;

        private Run(Connection connection, Export export, Path folder, String villages, Progress progress) {
            this.connection = connection;
            this.export = export;
            this.folder = folder;
            this.villages = villages;
            this.progress = progress;
        }

        private List<Manifest.Part> files() throws IOException, SQLException, StoppedException {
            for (RowType type : export.types()) {
                total += count(type);
            }
            tell();
            List<Manifest.Part> files = new ArrayList<>();
            for (RowType type : export.types()) {
                files.add(file(type));
            }
            return files;
        }

        private long count(RowType type) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + type.table() + " t" + villages)) {
                row.next();
                return row.getLong(1);
            }
        }

        private Manifest.Part file(RowType type) throws IOException, SQLException, StoppedException {
            String name = type.plural() + export.format().ending();
            Path file = folder.resolve(name);
            MessageDigest digest = Digests.sha256();
            long rows;
            try (OutputStream bytes = new DigestOutputStream(Files.newOutputStream(file), digest);
                    OutputStream text = new FastGzip(bytes)) {
                rows = copy(statement(type), text);
            }
            return new Manifest.Part(name, type, rows, Files.size(file), Digests.hex(digest));
        }

        private String statement(RowType type) {
            String rows = type.select(export.open()) + villages;
            if (export.format() == Format.CSV) {
                return "copy (" + rows + ") to stdout (format csv, header)";
            }
            // JSON has no control characters, so that nothing is ever quoted: each line is the object as it is.
            return "copy (select row_to_json(x) from (" + rows
                    + ") x) to stdout (format csv, delimiter e'\\x01', quote e'\\x02')";
        }

        private long copy(String statement, OutputStream text) throws IOException, SQLException, StoppedException {
            CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(statement);
            try {
                long rows = 0;
                boolean header = export.format() == Format.CSV;
                for (byte[] line = copy.readFromCopy(); line != null; line = copy.readFromCopy()) {
                    text.write(line);
                    if (header) {
                        header = false;
                        continue;
                    }
                    rows++;
                    done++;
                    if (rows % LOOK_EVERY_ROWS == 0) {
                        tell();
                    }
                }
                return rows;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        }

        private void tell() throws SQLException, StoppedException {
            if (!progress.goOn(done, total)) {
                throw new StoppedException();
            }
        }
    }
}
