package id.smartkampung.web.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup says of itself, in its last entry.
 *
 * @param format version of this record
 * @param program {@code village-node} or {@code district-hub}
 * @param node whose backup this is; the name of the program for a hub
 * @param version of the program
 * @param schema the last migration of the tables
 * @param postgres version of the database server, as {@code 180006}
 * @param takenAt as ISO 8601
 * @param position of the log of a village as {@code epoch:sequence hash}, empty for a hub
 * @param leftOut tables whose rows are not in it, on purpose
 * @param files that the rows name, in this archive
 * @param beside likewise, but left where they lay
 * @param lacking paths of those that were lost or not what their row says
 */
public record Manifest(
        int format,
        String program,
        String node,
        String version,
        String schema,
        int postgres,
        String takenAt,
        String position,
        List<Table> tables,
        List<String> leftOut,
        Map<String, Counter> sequences,
        List<StoredFile> files,
        List<StoredFile> beside,
        List<String> lacking) {

    /** The present {@link #format}. */
    public static final int FORMAT = 1;

    public Manifest {
        // What was written before there were files says nothing of them.
        files = files == null ? List.of() : files;
        beside = beside == null ? List.of() : beside;
        lacking = lacking == null ? List.of() : lacking;
    }

    /** Rows of a table, as {@code COPY … TO} gives them. */
    public record Table(String name, List<String> columns, long rows, String sha256) {}

    /** Where a sequence of the database stands. */
    public record Counter(long last, boolean called) {}

    /** A file, such as a signed letter. */
    public record StoredFile(String path, long size, String sha256) {}

    /** The same rows, and what became of the files that they name. */
    Manifest with(FileCopy copied) {
        return new Manifest(
                format,
                program,
                node,
                version,
                schema,
                postgres,
                takenAt,
                position,
                tables,
                leftOut,
                sequences,
                copied.inside(),
                copied.beside(),
                copied.lacking());
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
