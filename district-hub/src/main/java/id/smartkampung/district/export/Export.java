package id.smartkampung.district.export;

import id.smartkampung.district.feed.RowType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A full copy that somebody asked for.
 *
 * @param areas those that its owner might see; empty for the whole kabupaten
 * @param within the area that was asked for, or null
 * @param open whether numbers of persons stand in it whole
 * @param rowsTotal null until it is known
 * @param manifest null until it is ready
 * @param failure why there is none, or null
 */
record Export(
        UUID id,
        String owner,
        List<RowType> types,
        List<String> areas,
        String within,
        boolean open,
        Format format,
        State state,
        int attempts,
        Instant askedAt,
        long rowsDone,
        Long rowsTotal,
        Instant endedAt,
        Instant expiresAt,
        Manifest manifest,
        Failure failure) {

    /** How the rows are written. */
    enum Format {
        NDJSON,
        CSV;

        String ending() {
            return "." + name().toLowerCase(Locale.ROOT) + ".gz";
        }
    }

    /** What becomes of it. */
    enum State {
        WAITING,
        RUNNING,
        READY,
        FAILED,
        CANCELLED,
        EXPIRED;

        boolean isUnderWay() {
            return this == WAITING || this == RUNNING;
        }
    }

    /** Why there is none. */
    enum Failure {
        /** The folder cannot be written. */
        DISK,
        /** It did not come to its end, several times. */
        GIVEN_UP
    }

    /** What it came to: its files, and the cursor of the feed that continues it. */
    record Manifest(String cursor, List<Part> files) {

        /** One file, compressed; the SHA-256 is of the file as it is fetched. */
        record Part(String name, RowType type, long rows, long bytes, String sha256) {

            String etag() {
                return "\"" + sha256 + "\"";
            }
        }
    }
}
