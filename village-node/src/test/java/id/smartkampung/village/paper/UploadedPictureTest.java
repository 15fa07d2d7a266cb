package id.smartkampung.village.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadedPictureTest {

    @TempDir
    Path folder;

    /** The left half of the stored picture is red; where it is when the picture stands upright. */
    @ParameterizedTest
    @CsvSource({"1, LEFT", "3, RIGHT", "6, TOP", "8, BOTTOM"})
    void aPhotoStandsAsTheCameraSaysInEitherOrderOfBytes(int orientation, String red) throws IOException {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            BufferedImage picture = UploadedPicture.read(photo(exif(orientation, order)), 400, "photo");

            boolean onSide = orientation > 4;
            assertThat(picture.getWidth()).isEqualTo(onSide ? 200 : 400);
            assertThat(picture.getHeight()).isEqualTo(onSide ? 400 : 200);
            assertThat(redAt(picture)).as("%s", order).isEqualTo(red);
        }
    }

    @Test
    void aSegmentThatIsBrokenOffTellsNothing() throws IOException {
        byte[] whole = exif(6, ByteOrder.BIG_ENDIAN);

        for (int length = 0; length < whole.length; length++) {
            BufferedImage picture = UploadedPicture.read(photo(Arrays.copyOf(whole, length)), 400, "photo");
            assertThat(picture.getWidth()).as("%d bytes", length).isIn(400, 200);
        }
    }

    @Test
    void aLargePhotoIsNotUnfoldedAsAWhole() throws IOException {
        Path large = folder.resolve("besar.png");
        ImageIO.write(new BufferedImage(4100, 3000, BufferedImage.TYPE_BYTE_GRAY), "png", large.toFile());

        assertThat(UploadedPicture.read(large, 1024, "photo").getWidth()).isEqualTo(1025);
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        Path script = Files.writeString(folder.resolve("foto.jpg"), "<svg onload=\"alert(1)\"/>");
        byte[] jpeg = Files.readAllBytes(photo(new byte[0]));
        Path torn = Files.write(folder.resolve("robek.jpg"), Arrays.copyOf(jpeg, 100));

        assertThatThrownBy(() -> UploadedPicture.read(script, 400, "photo")).hasMessageContaining("photo-unreadable");
        assertThatThrownBy(() -> UploadedPicture.read(torn, 400, "photo")).hasMessageContaining("photo-unreadable");
    }

    private static String redAt(BufferedImage picture) {
        int right = picture.getWidth() - 1;
        int bottom = picture.getHeight() - 1;
        if (isRed(picture, 0, 0)) {
            return isRed(picture, right, 0) ? "TOP" : "LEFT";
        }
        return isRed(picture, 0, bottom) ? "BOTTOM" : "RIGHT";
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    /** A JPEG, red at the left and blue at the right, with this segment behind its begin. */
    private Path photo(byte[] segment) throws IOException {
        BufferedImage picture = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setColor(Color.RED);
        brush.fillRect(0, 0, 200, 200);
        brush.setColor(Color.BLUE);
        brush.fillRect(200, 0, 200, 200);
        brush.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", plain);
        byte[] jpeg = plain.toByteArray();
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(jpeg, 0, 2);
        if (segment.length > 0) {
            tagged.writeBytes(ByteBuffer.allocate(4)
                    .putShort((short) 0xFFE1)
                    .putShort((short) (segment.length + 2))
                    .array());
            tagged.writeBytes(segment);
        }
        tagged.write(jpeg, 2, jpeg.length - 2);
        return Files.write(folder.resolve("foto-" + segment.length + ".jpg"), tagged.toByteArray());
    }

    /** A directory of two entries, of which the second is the orientation. */
    private static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(40).order(order);
        tiff.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        tiff.putShort((short) (order == ByteOrder.LITTLE_ENDIAN ? 0x4949 : 0x4D4D));
        tiff.putShort((short) 42).putInt(8).putShort((short) 2);
        tiff.putShort((short) 0x0100).putShort((short) 3).putInt(1).putInt(0);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return Arrays.copyOf(tiff.array(), tiff.position());
    }
}
