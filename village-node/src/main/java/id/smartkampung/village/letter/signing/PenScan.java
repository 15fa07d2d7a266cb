package id.smartkampung.village.letter.signing;

import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.paper.Repainted;
import id.smartkampung.village.paper.UploadedPicture;
import id.smartkampung.web.error.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A letter signed by pen: its scan, judged by its content and painted anew, so that nothing else comes in. */
final class PenScan implements SigningWay {

    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final long BYTES = 20 * 1024 * 1024;
    private static final int LONG_SIDE = 2200;
    private static final int PAGES = 6;
    private static final float LONGEST_PAGE = 1300;
    private static final float DPI = 150;

    /** Fine enough for the code at the foot. */
    private static final float READ_DPI = 300;

    private static final float QUALITY = 0.8f;

    private final byte[] file;
    private final Set<LetterCode> codes;
    private final boolean seen;

    private PenScan(byte[] file, Set<LetterCode> codes, boolean seen) {
        this.file = file;
        this.codes = codes;
        this.seen = seen;
    }

    /**
     * Reads a picture or a PDF of few pages; anything else is refused.
     *
     * @param seen whether somebody vouches that it is the letter, where no code can be read on it
     */
    static PenScan read(Path upload, boolean seen) throws IOException {
        if (Files.size(upload) > BYTES) {
            throw new RefusedException("scan-too-large");
        }
        Set<LetterCode> codes = new HashSet<>();
        List<BufferedImage> pages = isPdf(upload) ? pagesOf(upload, codes) : List.of(picture(upload, codes));
        try (PDDocument scan = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (BufferedImage page : pages) {
                add(scan, Repainted.of(page, LONG_SIDE));
            }
            scan.save(out);
            return new PenScan(out.toByteArray(), codes, seen);
        }
    }

    @Override
    public SigningMethod method() {
        return SigningMethod.PEN;
    }

    /** The code on the paper must be that of the letter. */
    @Override
    public byte[] sign(Letter letter, byte[] sheet) {
        if (codes.isEmpty() && !seen) {
            throw new RefusedException("scan-without-code");
        }
        if (!codes.isEmpty() && !codes.contains(letter.code)) {
            throw new RefusedException("scan-of-another");
        }
        return file.clone();
    }

    private static boolean isPdf(Path upload) throws IOException {
        try (InputStream in = Files.newInputStream(upload)) {
            return Arrays.equals(PDF, in.readNBytes(PDF.length));
        }
    }

    private static List<BufferedImage> pagesOf(Path upload, Set<LetterCode> codes) throws IOException {
        try (PDDocument document = Loader.loadPDF(upload.toFile())) {
            if (document.getNumberOfPages() > PAGES) {
                throw new RefusedException("scan-too-large");
            }
            List<BufferedImage> pages = new ArrayList<>();
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                PDRectangle size = document.getPage(page).getMediaBox();
                if (Math.max(size.getWidth(), size.getHeight()) > LONGEST_PAGE) {
                    throw new RefusedException("scan-too-large");
                }
                pages.add(renderer.renderImageWithDPI(page, DPI, ImageType.RGB));
                codes.addAll(ScannedCodes.on(renderer.renderImageWithDPI(page, READ_DPI, ImageType.GRAY)));
            }
            return pages;
        } catch (IOException e) {
            throw new SigningFailedException("scan-unreadable", e);
        }
    }

    private static BufferedImage picture(Path upload, Set<LetterCode> codes) throws IOException {
        BufferedImage picture = UploadedPicture.read(upload, LONG_SIDE, "scan");
        codes.addAll(ScannedCodes.on(picture));
        return picture;
    }

    private static void add(PDDocument scan, BufferedImage picture) throws IOException {
        float height = PDRectangle.A4.getHeight();
        PDPage page = new PDPage(new PDRectangle(height * picture.getWidth() / picture.getHeight(), height));
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
            content.drawImage(
                    JPEGFactory.createFromImage(scan, picture, QUALITY),
                    0,
                    0,
                    page.getMediaBox().getWidth(),
                    height);
        }
    }
}
