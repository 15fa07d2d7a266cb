package id.smartkampung.village.importer.sheet;

import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the parts of a workbook without entities, external files or surprises. */
final class Xml {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    /** Always UTF-8, whatever the part says: spreadsheets write nothing else. */
    static XMLStreamReader reader(InputStream in) throws XMLStreamException, IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return FACTORY.createXMLStreamReader(text);
    }

    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** An error of the disk stays one; everything else is the fault of the file. */
    static SheetRefusedException damaged(XMLStreamException e) throws IOException {
        Throwable cause = e.getNestedException();
        boolean ofTheFile = cause instanceof ZipException
                || cause instanceof EOFException
                || cause instanceof CharConversionException;
        if (cause instanceof IOException ofTheDisk && !ofTheFile) {
            throw ofTheDisk;
        }
        return new SheetRefusedException(Refusal.DAMAGED, e);
    }

    /** Appends the text of the present element up to its end, but never more than a cell may hold. */
    static void appendText(XMLStreamReader xml, StringBuilder text, int most) throws XMLStreamException {
        int depth = 1;
        while (depth > 0 && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = Math.min(most - text.length(), xml.getTextLength());
                    text.append(xml.getTextCharacters(), xml.getTextStart(), Math.max(0, room));
                }
                default -> {
                    // Comments and processing instructions say nothing.
                }
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
