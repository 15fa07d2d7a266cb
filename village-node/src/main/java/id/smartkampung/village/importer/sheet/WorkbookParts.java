package id.smartkampung.village.importer.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which parts of the archive are the first visible sheet and its texts. */
record WorkbookParts(ZipEntry sheet, ZipEntry texts, boolean datesFrom1904) {

    private static final int MOST_ENTRIES = 2000;

    static WorkbookParts of(ZipFile zip, SheetLimits limits) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw new SheetRefusedException(Refusal.ZIP_BOMB);
        }
        ZipEntry workbook = zip.getEntry("xl/workbook.xml");
        if (workbook == null) {
            boolean openDocument = zip.getEntry("content.xml") != null;
            throw new SheetRefusedException(openDocument ? Refusal.OPEN_DOCUMENT : Refusal.NOT_A_WORKBOOK);
        }
        refuseInflatedSums(zip, limits);
        Map<String, String> targets = targets(zip, limits);
        try (InputStream in = open(zip, workbook, limits)) {
            return parts(zip, Xml.reader(in), targets);
        } catch (XMLStreamException e) {
            throw Xml.damaged(e);
        }
    }

    static InputStream open(ZipFile zip, ZipEntry entry, SheetLimits limits) throws IOException {
        return new MeteredStream(zip.getInputStream(entry), entry.getCompressedSize(), limits);
    }

    private static void refuseInflatedSums(ZipFile zip, SheetLimits limits) {
        long told = Collections.list(zip.entries()).stream()
                .mapToLong(entry -> Math.max(0, entry.getSize()))
                .reduce(0, (sum, size) -> sum > limits.inflatedBytes() ? sum : sum + size);
        if (told > limits.inflatedBytes()) {
            throw new SheetRefusedException(Refusal.ZIP_BOMB);
        }
    }

    private static Map<String, String> targets(ZipFile zip, SheetLimits limits) throws IOException {
        Map<String, String> targets = new HashMap<>();
        ZipEntry relations = zip.getEntry("xl/_rels/workbook.xml.rels");
        if (relations == null) {
            return targets;
        }
        try (InputStream in = open(zip, relations, limits)) {
            XMLStreamReader xml = Xml.reader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    targets.put(Xml.attribute(xml, "Id"), Xml.attribute(xml, "Target"));
                    targets.put(lastWord(Xml.attribute(xml, "Type")), Xml.attribute(xml, "Target"));
                }
            }
        } catch (XMLStreamException e) {
            throw Xml.damaged(e);
        }
        return targets;
    }

    private static WorkbookParts parts(ZipFile zip, XMLStreamReader xml, Map<String, String> targets)
            throws XMLStreamException {
        boolean from1904 = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("workbookPr")) {
                String told = Xml.attribute(xml, "date1904");
                from1904 = "1".equals(told) || "true".equals(told);
            }
            if (xml.getLocalName().equals("sheet") && isVisible(xml)) {
                ZipEntry sheet = entry(zip, targets.get(relationId(xml)));
                if (sheet != null) {
                    return new WorkbookParts(sheet, entry(zip, targets.get("sharedStrings")), from1904);
                }
            }
        }
        throw new SheetRefusedException(Refusal.NOT_A_WORKBOOK);
    }

    private static boolean isVisible(XMLStreamReader xml) {
        String state = Xml.attribute(xml, "state");
        return state == null || state.equals("visible");
    }

    private static String relationId(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("id") && xml.getAttributeNamespace(i) != null) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private static ZipEntry entry(ZipFile zip, String target) {
        if (target == null) {
            return null;
        }
        String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        return zip.getEntry(path);
    }

    private static String lastWord(String type) {
        return type == null ? "" : type.substring(type.lastIndexOf('/') + 1);
    }
}
