package id.smartkampung.village.importer.row;

import id.smartkampung.village.importer.sheet.Sheet;
import id.smartkampung.village.importer.sheet.SheetLimits;
import id.smartkampung.village.importer.sheet.SheetRow;
import id.smartkampung.village.importer.sheet.Sheets;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** A population file of OpenSID, read person by person. */
public final class PopulationFile implements Closeable {

    private final Sheet sheet;
    private final Header header;
    private final RowParser parser;

    private PopulationFile(Sheet sheet, Header header, LocalDate today) {
        this.sheet = sheet;
        this.header = header;
        this.parser = new RowParser(header, sheet.datesFrom1904(), today);
    }

    /** The names of the columns, though some may be missing. */
    public static Header headerOf(Path file, SheetLimits limits) throws IOException {
        try (Sheet sheet = Sheets.open(file, limits)) {
            return Header.find(sheet, List.of());
        }
    }

    /**
     * A file with all columns that are needed.
     *
     * @param told what an officer said of columns with a strange name
     */
    public static PopulationFile open(Path file, SheetLimits limits, LocalDate today, List<Header.Recognised> told)
            throws IOException {
        Sheet sheet = Sheets.open(file, limits);
        boolean opened = false;
        try {
            PopulationFile population = new PopulationFile(sheet, Header.find(sheet, told), today);
            population.header.refuseMissing();
            opened = true;
            return population;
        } finally {
            if (!opened) {
                sheet.close();
            }
        }
    }

    /** The next person, or null behind the last. */
    public ParsedRow next() throws IOException {
        SheetRow row = sheet.next();
        return row == null ? null : parser.parse(row);
    }

    public Header header() {
        return header;
    }

    public boolean guessedEncoding() {
        return sheet.guessedEncoding();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
