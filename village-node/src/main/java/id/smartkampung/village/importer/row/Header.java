package id.smartkampung.village.importer.row;

import id.smartkampung.village.importer.sheet.Refusal;
import id.smartkampung.village.importer.sheet.Sheet;
import id.smartkampung.village.importer.sheet.SheetRefusedException;
import id.smartkampung.village.importer.sheet.SheetRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which column of the file is which, found by name in any order and in either spelling. */
public final class Header {

    /** Titles and empty lines may stand above the names. */
    private static final int SEARCHED_ROWS = 15;

    private static final int NAMES_TO_BELIEVE = 3;

    private static final List<ImportColumn> REQUIRED =
            List.of(ImportColumn.FULL_NAME, ImportColumn.NIK, ImportColumn.NO_KK);

    private static final Map<String, ImportColumn> BY_NAME = byName();

    /** A column of the file as the officer sees it; the meaning is null where nobody knows it. */
    public record Recognised(String name, ImportColumn meaning) {

        /** Whether the name alone says nothing, so that an officer may say what is meant. */
        public boolean isStrange() {
            return !BY_NAME.containsKey(folded(name));
        }
    }

    private final Map<ImportColumn, Integer> positions;
    private final List<Recognised> columns;

    private Header(Map<ImportColumn, Integer> positions, List<Recognised> columns) {
        this.positions = positions;
        this.columns = List.copyOf(columns);
    }

    /**
     * Reads up to the line of names; the next line of the sheet is the first person.
     *
     * @param told what an officer said of columns with a strange name
     */
    static Header find(Sheet sheet, List<Recognised> told) throws IOException {
        Map<String, ImportColumn> chosen = new HashMap<>();
        told.stream()
                .filter(column -> column.isStrange() && column.meaning() != null)
                .filter(column -> !folded(column.name()).isEmpty())
                .forEach(column -> chosen.put(folded(column.name()), column.meaning()));
        for (int searched = 0; searched < SEARCHED_ROWS; searched++) {
            SheetRow row = sheet.next();
            if (row == null) {
                break;
            }
            Header header = of(row, chosen);
            if (header.positions.size() >= NAMES_TO_BELIEVE) {
                return header;
            }
        }
        throw new SheetRefusedException(Refusal.NO_HEADER);
    }

    public List<Recognised> columns() {
        return columns;
    }

    public boolean has(ImportColumn column) {
        return positions.containsKey(column);
    }

    Integer position(ImportColumn column) {
        return positions.get(column);
    }

    Map<ImportColumn, Integer> positions() {
        return Collections.unmodifiableMap(positions);
    }

    private static Header of(SheetRow row, Map<String, ImportColumn> chosen) {
        Map<ImportColumn, Integer> positions = new EnumMap<>(ImportColumn.class);
        List<Recognised> columns = new ArrayList<>();
        String twice = null;
        for (int i = 0; i < row.cells().size(); i++) {
            String name = row.cell(i).strip();
            String shown = shortened(name);
            ImportColumn meaning = BY_NAME.getOrDefault(folded(name), chosen.get(folded(shown)));
            if (!name.isEmpty()) {
                columns.add(new Recognised(shown, meaning));
            }
            if (meaning != null && positions.putIfAbsent(meaning, i) != null) {
                twice = meaning.header();
            }
        }
        if (twice != null && positions.size() >= NAMES_TO_BELIEVE) {
            throw new SheetRefusedException(Refusal.COLUMN_TWICE, twice);
        }
        return new Header(positions, columns);
    }

    /** Whether somebody could say that a column without a known name is one that is missing. */
    public boolean hasStrange() {
        return columns.stream().anyMatch(Recognised::isStrange);
    }

    /** Refuses a file without the columns that no register can do without. */
    public void refuseMissing() {
        for (ImportColumn column : REQUIRED) {
            if (!has(column)) {
                throw new SheetRefusedException(Refusal.COLUMN_MISSING, column.header());
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40);
    }

    private static Map<String, ImportColumn> byName() {
        Map<String, ImportColumn> byName = new HashMap<>();
        for (ImportColumn column : ImportColumn.values()) {
            for (String name : column.names()) {
                byName.put(folded(name), column);
            }
        }
        return byName;
    }

    /** Case, spaces, underscores, dots and marks of the byte order do not make another name. */
    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
