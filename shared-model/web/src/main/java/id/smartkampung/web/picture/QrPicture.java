package id.smartkampung.web.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/** A QR code as a picture that can stand in a page. */
public final class QrPicture {

    private static final int MODULE = 8;
    private static final int WHITE = 0xFFFFFF;

    private QrPicture() {}

    /** A data: address of a black and white PNG. */
    public static String of(String content) {
        return of(content, ErrorCorrectionLevel.M);
    }

    /** The same for a small place: fewer points, each of them larger. */
    public static String small(String content) {
        return of(content, ErrorCorrectionLevel.L);
    }

    private static String of(String content, ErrorCorrectionLevel level) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(painted(content, level), "png", png);
        } catch (IOException | WriterException e) {
            throw new UncheckedIOException(new IOException("a QR code could not be painted", e));
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    }

    private static BufferedImage painted(String content, ErrorCorrectionLevel level) throws WriterException {
        BitMatrix code = new QRCodeWriter()
                .encode(
                        content,
                        BarcodeFormat.QR_CODE,
                        0,
                        0,
                        Map.of(EncodeHintType.ERROR_CORRECTION, level, EncodeHintType.MARGIN, 2));
        int side = code.getWidth() * MODULE;
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                picture.setRGB(x, y, code.get(x / MODULE, y / MODULE) ? 0 : WHITE);
            }
        }
        return picture;
    }
}
