package id.smartkampung.village.office;

import id.smartkampung.village.paper.Repainted;
import id.smartkampung.web.error.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Takes an uploaded picture for the letterhead: judged by its content and painted anew, so that nothing else comes in. */
final class Emblem {

    private static final int SIDE = 480;
    private static final int LARGEST = 4000;

    private Emblem() {}

    static byte[] read(Path upload) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(Repainted.of(decoded(upload), SIDE), "png", png);
        return png.toByteArray();
    }

    /** The size is looked at before the picture is unfolded in memory. */
    private static BufferedImage decoded(Path upload) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(upload.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new RefusedException("emblem-not-a-picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if (reader.getWidth(0) > LARGEST || reader.getHeight(0) > LARGEST) {
                    throw new RefusedException("emblem-too-large");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException | IIOException e) {
            throw new RefusedException("emblem-not-a-picture");
        }
    }

    /** The neutral one that comes with the program. */
    static byte[] neutral() throws IOException {
        try (InputStream png = Emblem.class.getResourceAsStream("/paper/emblem.png")) {
            return png.readAllBytes();
        }
    }
}
