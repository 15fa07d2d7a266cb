package id.smartkampung.deploy.e2e;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** What somebody who holds a letter reads on it: the words, and with a telephone the code. */
final class PaperCode {

    /**
     * In points per inch: what a telephone sees while it comes nearer to the sheet. Of any one of them the reader makes
     * nothing of one code in a hundred.
     */
    private static final int[] COMING_NEARER = {300, 240, 200, 400};

    private PaperCode() {}

    /** The address in the code of the first sheet. */
    static String address(Path letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            IOException nothing = new IOException("no code can be read on " + letter);
            for (int pointsPerInch : COMING_NEARER) {
                try {
                    return read(renderer.renderImageWithDPI(0, pointsPerInch, ImageType.GRAY));
                } catch (ReaderException e) {
                    nothing.addSuppressed(e);
                }
            }
            throw nothing;
        }
    }

    private static String read(BufferedImage sheet) throws ReaderException {
        byte[] light = ((DataBufferByte) sheet.getRaster().getDataBuffer()).getData();
        int width = sheet.getWidth();
        int height = sheet.getHeight();
        BinaryBitmap points = new BinaryBitmap(
                new HybridBinarizer(new PlanarYUVLuminanceSource(light, width, height, 0, 0, width, height, false)));
        return new QRCodeReader()
                .decode(points, Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    static String text(Path letter) throws IOException {
        try (PDDocument document = Loader.loadPDF(letter.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
