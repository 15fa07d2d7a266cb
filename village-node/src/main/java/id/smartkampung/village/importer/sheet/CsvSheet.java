package id.smartkampung.village.importer.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;

/** A text file with separated values. */
final class CsvSheet implements Sheet {

    /** One field larger than this is an open quotation mark, not a value. */
    private static final int FIELD_CHARS = 64 * 1024;

    private static final BitSet NO_NUMBERS = new BitSet(0);

    private final TextProbe probe;
    private final SheetLimits limits;
    private final CloseableIterator<CsvRecord> records;
    private int rows;

    private CsvSheet(TextProbe probe, SheetLimits limits, CloseableIterator<CsvRecord> records) {
        this.probe = probe;
        this.limits = limits;
        this.records = records;
    }

    static CsvSheet open(Path file, SheetLimits limits) throws IOException {
        TextProbe probe = TextProbe.of(file);
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(probe.separator())
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(FIELD_CHARS)
                .ofCsvRecord(probe.reader(file));
        return new CsvSheet(probe, limits, reader.iterator());
    }

    @Override
    public SheetRow next() throws IOException {
        try {
            while (records.hasNext()) {
                CsvRecord line = records.next();
                if (line.getFieldCount() > limits.columns()) {
                    throw new SheetRefusedException(Refusal.TOO_MANY_COLUMNS);
                }
                SheetRow row = new SheetRow((int) line.getStartingLineNumber(), cells(line), NO_NUMBERS);
                if (row.isBlank() || isSeparatorHint(row)) {
                    continue;
                }
                rows++;
                if (rows > limits.rows()) {
                    throw new SheetRefusedException(Refusal.TOO_MANY_ROWS);
                }
                return row;
            }
            return null;
        } catch (CsvParseException e) {
            throw new SheetRefusedException(Refusal.DAMAGED, e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public boolean guessedEncoding() {
        return probe.guessed();
    }

    @Override
    public boolean datesFrom1904() {
        return false;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static List<String> cells(CsvRecord line) {
        return List.copyOf(line.getFields());
    }

    /** The line {@code sep=;} that spreadsheets write for one another. */
    private static boolean isSeparatorHint(SheetRow row) {
        return row.number() == 1
                && row.cell(0).startsWith("sep=")
                && row.cells().size() <= 2;
    }
}
