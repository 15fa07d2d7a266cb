package id.smartkampung.village.paper;

import id.smartkampung.web.error.RefusedException;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture that somebody took or scanned: judged by its content, never unfolded as a whole, and turned upright. */
public final class UploadedPicture {

    private static final int LARGEST = 20_000;

    private static final int BEGIN_OF_JPEG = 0xFFD8;
    private static final int BEGIN_OF_PICTURE = 0xFFDA;
    private static final int APPLICATION = 0xFFE1;
    private static final String EXIF = "Exif\0\0";
    private static final short LITTLE_ENDIAN = 0x4949;
    private static final short ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private UploadedPicture() {}

    /**
     * Reads it, roughly as large as asked for.
     *
     * @param longSide pixels that the longer side should at least keep, if it has them
     * @param what begin of the code with which it is refused: {@code -unreadable}, {@code -too-large}
     */
    public static BufferedImage read(Path upload, int longSide, String what) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(upload.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new RefusedException(what + "-unreadable");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                if (longest > LARGEST) {
                    throw new RefusedException(what + "-too-large");
                }
                // a photo of many megapixels is never unfolded as a whole
                int step = Math.max(1, longest / longSide);
                ImageReadParam few = reader.getDefaultReadParam();
                few.setSourceSubsampling(step, step, 0, 0);
                return turned(reader.read(0, few), quarters(upload));
            } finally {
                reader.dispose();
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IIOException e) {
            RefusedException refused = new RefusedException(what + "-unreadable");
            refused.initCause(e);
            throw refused;
        }
    }

    private static BufferedImage turned(BufferedImage picture, int quarters) {
        if (quarters == 0) {
            return picture;
        }
        boolean onSide = quarters % 2 == 1;
        int width = onSide ? picture.getHeight() : picture.getWidth();
        int height = onSide ? picture.getWidth() : picture.getHeight();
        BufferedImage upright = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        AffineTransform turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(quarters);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        Graphics2D brush = upright.createGraphics();
        brush.drawRenderedImage(picture, turn);
        brush.dispose();
        return upright;
    }

    /** By how many quarters of a circle, clockwise, a camera says that its photo is to be turned. */
    private static int quarters(Path upload) throws IOException {
        return switch (orientation(upload)) {
            case 3 -> 2;
            case 6 -> 1;
            case 8 -> 3;
            default -> 0;
        };
    }

    /** The orientation of the Exif segment of a JPEG; 0 where none is told. */
    private static int orientation(Path upload) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(upload)))) {
            if (in.readUnsignedShort() != BEGIN_OF_JPEG) {
                return 0;
            }
            for (int marker = in.readUnsignedShort();
                    marker > BEGIN_OF_JPEG && marker != BEGIN_OF_PICTURE;
                    marker = in.readUnsignedShort()) {
                byte[] segment = in.readNBytes(Math.max(0, in.readUnsignedShort() - Short.BYTES));
                if (marker == APPLICATION && new String(segment, StandardCharsets.ISO_8859_1).startsWith(EXIF)) {
                    return orientation(ByteBuffer.wrap(segment, EXIF.length(), segment.length - EXIF.length())
                            .slice());
                }
            }
            return 0;
        } catch (EOFException e) {
            return 0;
        }
    }

    /** Looks through the first directory of a TIFF head (Exif 2.32, 4.6). */
    private static int orientation(ByteBuffer tiff) {
        try {
            tiff.order(tiff.getShort() == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(Integer.BYTES);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + Short.BYTES + i * ENTRY;
                if (tiff.getShort(entry) == ORIENTATION) {
                    return tiff.getShort(entry + 2 * Integer.BYTES);
                }
            }
            return 0;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return 0;
        }
    }
}
