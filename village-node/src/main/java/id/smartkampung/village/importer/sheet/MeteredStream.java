package id.smartkampung.village.importer.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * One unpacked part of a workbook, refused as soon as it grows beyond its limits.
 *
 * <p>The sizes that an archive tells about itself are not believed: bytes are counted as they appear. A run of bytes
 * without an opening bracket is one text or one attribute, which a parser would hold in memory as a whole.
 */
final class MeteredStream extends FilterInputStream {

    private static final int LONGEST_TEXT = 256 * 1024;
    /** Small parts may be squeezed as far as they like. */
    private static final long HARMLESS = 4L << 20;

    private final long most;
    private long seen;
    private int sinceBracket;

    MeteredStream(InputStream in, long packedBytes, SheetLimits limits) {
        super(in);
        this.most = Math.min(limits.inflatedBytes(), Math.max(HARMLESS, packedBytes * limits.ratio()));
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count((byte) value);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = 0; i < read; i++) {
            count(buffer[offset + i]);
        }
        return read;
    }

    private void count(byte value) {
        seen++;
        sinceBracket = value == '<' ? 0 : sinceBracket + 1;
        if (seen > most || sinceBracket > LONGEST_TEXT) {
            throw new SheetRefusedException(Refusal.ZIP_BOMB);
        }
    }
}
