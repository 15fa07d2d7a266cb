package id.smartkampung.village.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A line at the upper edge of each page of a sheet; a signature in it does not hold for what comes out. */
public final class MarginMark {

    private static final float SIZE = 8;
    private static final float EDGE = 22;
    private static final float LEFT = 36;

    private MarginMark() {}

    public static byte[] on(byte[] pdf, String words) {
        try (PDDocument document = Loader.loadPDF(pdf);
                InputStream file = MarginMark.class.getResourceAsStream("/paper/Tinos-Regular.ttf");
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDFont font = PDType0Font.load(document, file);
            for (PDPage page : document.getPages()) {
                write(document, page, font, words);
            }
            // a broken signature would look like a forgery
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.ACRO_FORM);
            for (PDPage page : document.getPages()) {
                page.getCOSObject().removeItem(COSName.ANNOTS);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a sheet could not be marked", e);
        }
    }

    private static void write(PDDocument document, PDPage page, PDFont font, String words) throws IOException {
        PDRectangle place = page.getMediaBox();
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginText();
            content.setFont(font, SIZE);
            content.newLineAtOffset(place.getLowerLeftX() + LEFT, place.getUpperRightY() - EDGE);
            content.showText(words);
            content.endText();
        }
    }
}
