package id.smartkampung.village.importer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The distinct texts of a workbook, to which its cells point by number. */
final class SharedTexts {

    private static final int LONGEST_CELL = 2000;

    private SharedTexts() {}

    static List<String> read(InputStream in, SheetLimits limits) throws IOException {
        List<String> texts = new ArrayList<>();
        try {
            XMLStreamReader xml = Xml.reader(in);
            long letters = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = text(xml, "si");
                    letters += text.length();
                    if (texts.size() >= limits.sharedTexts() || letters > limits.sharedChars()) {
                        throw new SheetRefusedException(Refusal.ZIP_BOMB);
                    }
                    texts.add(text);
                }
            }
        } catch (XMLStreamException e) {
            throw Xml.damaged(e);
        }
        return texts;
    }

    /** All runs of a rich text joined; the reading aid of Japanese texts is left out. */
    static String text(XMLStreamReader xml, String element) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element)) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("rPh")) {
                Xml.appendText(xml, new StringBuilder(), 0);
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("t")) {
                Xml.appendText(xml, text, LONGEST_CELL);
            }
        }
        return text.toString();
    }
}
