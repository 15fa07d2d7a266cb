package id.smartkampung.village.delivery;

import id.smartkampung.village.paper.Repainted;
import id.smartkampung.village.paper.UploadedPicture;
import id.smartkampung.web.error.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The hand-over of a letter as it was photographed; never changed. */
@Entity
class DeliveryPhoto extends PanacheEntityBase {

    private static final long BYTES = 20 * 1024 * 1024;
    private static final int LONG_SIDE = 1024;
    private static final float QUALITY = 0.7f;

    @Id
    UUID deliveryId;

    byte[] jpeg;

    /** What somebody uploaded, painted anew, upright and small: nothing but what is seen is kept, no place either. */
    static byte[] painted(Path upload) throws IOException {
        if (Files.size(upload) > BYTES) {
            throw new RefusedException("photo-too-large");
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
                ImageOutputStream out = ImageIO.createImageOutputStream(jpeg)) {
            ImageWriteParam small = writer.getDefaultWriteParam();
            small.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            small.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(
                    null,
                    new IIOImage(Repainted.of(UploadedPicture.read(upload, LONG_SIDE, "photo"), LONG_SIDE), null, null),
                    small);
            out.flush();
            return jpeg.toByteArray();
        } finally {
            writer.dispose();
        }
    }
}
