package id.smartkampung.village.importer;

import id.smartkampung.village.importer.row.Header;
import id.smartkampung.village.importer.row.ImportColumn;
import id.smartkampung.web.error.RefusedException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recognised columns as one text, a line for each: its name in the file, and what it was taken for. */
final class ColumnList {

    private static final String BETWEEN = "\t";

    private ColumnList() {}

    static String write(List<Header.Recognised> columns) {
        StringBuilder text = new StringBuilder();
        for (Header.Recognised column : columns) {
            text.append(column.name().replaceAll("\\s+", " ")).append(BETWEEN);
            text.append(column.meaning() == null ? "" : column.meaning().name()).append('\n');
        }
        return text.toString();
    }

    static List<Header.Recognised> read(String text) {
        List<Header.Recognised> columns = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] parts = line.split(BETWEEN, -1);
            columns.add(new Header.Recognised(parts[0], parts[1].isEmpty() ? null : ImportColumn.valueOf(parts[1])));
        }
        return columns;
    }

    /** The columns with what an officer said of those whose name says nothing. */
    static List<Header.Recognised> told(List<Header.Recognised> columns, Map<Integer, ImportColumn> meanings) {
        List<Header.Recognised> told = new ArrayList<>();
        Set<ImportColumn> taken = EnumSet.noneOf(ImportColumn.class);
        for (int place = 0; place < columns.size(); place++) {
            Header.Recognised column = columns.get(place);
            ImportColumn meaning = column.isStrange() ? meanings.get(place) : column.meaning();
            if (meaning != null && !taken.add(meaning)) {
                throw new RefusedException("import-column-twice");
            }
            told.add(new Header.Recognised(column.name(), meaning));
        }
        return told;
    }
}
