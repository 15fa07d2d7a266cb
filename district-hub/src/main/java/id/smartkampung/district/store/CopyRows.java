package id.smartkampung.district.store;

import id.smartkampung.model.vocabulary.Coded;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows in the binary format of PostgreSQL's COPY, sent while they are written: the server takes the first ones in while
 * the next are made, and never are all of them in memory. What is not finished when it is closed is given up.
 */
public final class CopyRows implements AutoCloseable {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final long POSTGRES_EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long POSTGRES_EPOCH_SECOND = POSTGRES_EPOCH_DAY * 86_400;
    private static final int NULL = -1;
    private static final int END = -1;
    private static final int CHUNK = 64 * 1024;

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[CHUNK * 2];
    private int size;

    private CopyRows(CopyIn copy, int columns) {
        this.copy = copy;
        this.columns = columns;
        raw(SIGNATURE);
        int32(0);
        int32(0);
    }

    /** Begins a statement {@code copy … from stdin (format binary)}; nothing else runs on the connection meanwhile. */
    public static CopyRows into(Connection connection, String statement, int columns) throws SQLException {
        return new CopyRows(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement), columns);
    }

    /** Begins a row; all its columns follow in the order of the COPY statement. */
    public void beginRow() throws SQLException {
        if (size >= CHUNK) {
            send();
        }
        int16(columns);
    }

    /** Ends the statement: all rows are there. */
    public void finish() throws SQLException {
        int16(END);
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        copy.writeToCopy(buffer, 0, size);
        size = 0;
    }

    /** @throws IllegalArgumentException when the text is not Unicode that PostgreSQL can keep */
    public void text(String value) {
        if (value == null) {
            int32(NULL);
            return;
        }
        requireStorable(value);
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] value) {
        if (value == null) {
            int32(NULL);
            return;
        }
        int32(value.length);
        raw(value);
    }

    public void integer(int value) {
        int32(4);
        int32(value);
    }

    public void bigint(long value) {
        int32(8);
        int64(value);
    }

    public void coded(Coded value) {
        if (value == null) {
            int32(NULL);
            return;
        }
        int32(2);
        int16(value.code());
    }

    public void bool(boolean value) {
        int32(1);
        ensure(1);
        buffer[size++] = (byte) (value ? 1 : 0);
    }

    public void uuid(UUID value) {
        if (value == null) {
            int32(NULL);
            return;
        }
        int32(16);
        int64(value.getMostSignificantBits());
        int64(value.getLeastSignificantBits());
    }

    public void date(LocalDate value) {
        if (value == null) {
            int32(NULL);
            return;
        }
        int32(4);
        int32(Math.toIntExact(value.toEpochDay() - POSTGRES_EPOCH_DAY));
    }

    public void instant(Instant value) {
        if (value == null) {
            int32(NULL);
            return;
        }
        long micros = Math.multiplyExact(value.getEpochSecond() - POSTGRES_EPOCH_SECOND, 1_000_000L);
        bigint(Math.addExact(micros, value.getNano() / 1_000L));
    }

    /** @throws IllegalArgumentException when the text is not Unicode that PostgreSQL can keep */
    public void jsonb(String value) {
        requireStorable(value);
        byte[] json = value.getBytes(StandardCharsets.UTF_8);
        int32(json.length + 1);
        ensure(1);
        buffer[size++] = 1;
        raw(json);
    }

    /** U+0000 has no place in PostgreSQL, and half a surrogate pair would be stored as another character. */
    private static void requireStorable(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw new IllegalArgumentException("a text contains U+0000");
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == length
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw new IllegalArgumentException("a text contains half a surrogate pair");
                }
                i++;
            }
        }
    }

    private void int16(int value) {
        ensure(2);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }

    private void int32(int value) {
        ensure(4);
        buffer[size++] = (byte) (value >>> 24);
        buffer[size++] = (byte) (value >>> 16);
        buffer[size++] = (byte) (value >>> 8);
        buffer[size++] = (byte) value;
    }

    private void int64(long value) {
        int32((int) (value >>> 32));
        int32((int) value);
    }

    private void raw(byte[] value) {
        ensure(value.length);
        System.arraycopy(value, 0, buffer, size, value.length);
        size += value.length;
    }

    private void ensure(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
        }
    }
}
