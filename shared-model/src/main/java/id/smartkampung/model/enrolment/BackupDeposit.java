package id.smartkampung.model.enrolment;

import java.nio.ByteBuffer;

/**
 * A locked backup that a village leaves at its district, piece by piece, and fetches again when it has lost everything.
 *
 * <p>The statement goes in a header, the piece as the body; both are signed together with a key of the village. The
 * answer tells how much the district has, so that a transfer that was cut goes on where it was.
 *
 * @param node whose backup it is
 * @param id of this backup, a UUID
 * @param size of the whole, in bytes
 * @param sha256 of the whole, in hex
 * @param takenAt when it was made, as ISO 8601
 * @param offset where this piece begins
 */
public record BackupDeposit(String node, String id, long size, String sha256, String takenAt, long offset) {

    /** Where the hub takes it. */
    public static final String PATH = "/backup/v1";

    /** Where the hub gives the last one back. */
    public static final String FETCH_PATH = "/backup/v1/fetch";

    public static final String KIND = "backup-deposit.v1";

    public static final String FETCH_KIND = "backup-fetch.v1";

    /** Carries the statement, as JSON in base64. */
    public static final String STATEMENT = "Kampung-Deposit";

    /** No piece is larger. */
    public static final int PIECE = 512 * 1024;

    /** How much the hub has of it; the size when it is kept. */
    public record Progress(long have) {}

    /** Asks for the last backup from an offset on; the id is empty in the first request. */
    public record Fetch(String node, String id, long offset) {}

    /** The same backup from another place on. */
    public BackupDeposit at(long place) {
        return new BackupDeposit(node, id, size, sha256, takenAt, place);
    }

    /** What is signed: the statement as it is sent, its length before it, and the piece. */
    public static byte[] signed(byte[] statement, byte[] piece) {
        return ByteBuffer.allocate(Integer.BYTES + statement.length + piece.length)
                .putInt(statement.length)
                .put(statement)
                .put(piece)
                .array();
    }
}
