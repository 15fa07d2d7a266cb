package id.smartkampung.village.importer.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The first visible sheet of an XLSX workbook, row by row.
 *
 * <p>Own code, because readers at hand believe cell addresses and sizes that the file tells, and hold what a hostile
 * one asks them to hold.
 */
final class XlsxSheet implements Sheet {

    private static final int LONGEST_CELL = 2000;

    private final ZipFile zip;
    private final SheetLimits limits;
    private final List<String> texts;
    private final boolean datesFrom1904;
    private final InputStream in;
    private final XMLStreamReader xml;
    private int rows;
    private int lastNumber;

    private XlsxSheet(ZipFile zip, SheetLimits limits) throws IOException, XMLStreamException {
        WorkbookParts parts = WorkbookParts.of(zip, limits);
        this.zip = zip;
        this.limits = limits;
        this.datesFrom1904 = parts.datesFrom1904();
        this.texts = texts(zip, parts, limits);
        this.in = WorkbookParts.open(zip, parts.sheet(), limits);
        this.xml = Xml.reader(in);
    }

    static XlsxSheet open(Path file, SheetLimits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            // The last is what an entry with an impossible name or time makes of it.
            throw new SheetRefusedException(Refusal.DAMAGED, e);
        }
        boolean opened = false;
        try {
            XlsxSheet sheet = new XlsxSheet(zip, limits);
            opened = true;
            return sheet;
        } catch (XMLStreamException e) {
            throw Xml.damaged(e);
        } catch (ZipException | EOFException e) {
            throw new SheetRefusedException(Refusal.DAMAGED, e);
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    @Override
    public SheetRow next() throws IOException {
        try {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("row")) {
                    SheetRow row = row();
                    if (!row.isBlank()) {
                        return counted(row);
                    }
                }
            }
            return null;
        } catch (XMLStreamException e) {
            throw Xml.damaged(e);
        }
    }

    @Override
    public boolean guessedEncoding() {
        return false;
    }

    @Override
    public boolean datesFrom1904() {
        return datesFrom1904;
    }

    @Override
    public void close() throws IOException {
        in.close();
        zip.close();
    }

    private SheetRow counted(SheetRow row) {
        rows++;
        if (rows > limits.rows()) {
            throw new SheetRefusedException(Refusal.TOO_MANY_ROWS);
        }
        return row;
    }

    private SheetRow row() throws XMLStreamException {
        lastNumber = rowNumber(Xml.attribute(xml, "r"));
        List<String> cells = new ArrayList<>();
        BitSet numbers = new BitSet();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                addCell(cells, numbers);
            }
        }
        return new SheetRow(lastNumber, cells, numbers);
    }

    private void addCell(List<String> cells, BitSet numbers) throws XMLStreamException {
        int column = column(Xml.attribute(xml, "r"), cells.size());
        String type = Xml.attribute(xml, "t");
        String value = value(type);
        if (value.isEmpty()) {
            return;
        }
        if (column >= limits.columns()) {
            throw new SheetRefusedException(Refusal.TOO_MANY_COLUMNS);
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
        numbers.set(column, type == null || type.equals("n"));
    }

    private String value(String type) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("v")) {
                Xml.appendText(xml, text, LONGEST_CELL);
            } else if (xml.getLocalName().equals("is")) {
                text.append(SharedTexts.text(xml, "is"));
            }
        }
        return "s".equals(type) ? shared(text.toString()) : text.toString();
    }

    private String shared(String index) {
        try {
            return texts.get(Integer.parseInt(index.strip()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new SheetRefusedException(Refusal.DAMAGED, e);
        }
    }

    private int rowNumber(String told) {
        if (told == null) {
            return lastNumber + 1;
        }
        try {
            return Integer.parseInt(told.strip());
        } catch (NumberFormatException e) {
            throw new SheetRefusedException(Refusal.DAMAGED, e);
        }
    }

    /** Column of an address such as {@code AB12}; a cell without one stands behind the one before. */
    private int column(String address, int following) {
        if (address == null) {
            return following;
        }
        int column = 0;
        for (int i = 0; i < address.length() && address.charAt(i) >= 'A' && address.charAt(i) <= 'Z'; i++) {
            column = column * 26 + address.charAt(i) - 'A' + 1;
            if (column > 16_384) {
                throw new SheetRefusedException(Refusal.TOO_MANY_COLUMNS);
            }
        }
        if (column == 0) {
            throw new SheetRefusedException(Refusal.DAMAGED);
        }
        return column - 1;
    }

    private static List<String> texts(ZipFile zip, WorkbookParts parts, SheetLimits limits) throws IOException {
        if (parts.texts() == null) {
            return List.of();
        }
        try (InputStream in = WorkbookParts.open(zip, parts.texts(), limits)) {
            return SharedTexts.read(in, limits);
        }
    }
}
