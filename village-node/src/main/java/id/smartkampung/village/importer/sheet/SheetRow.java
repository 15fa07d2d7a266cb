package id.smartkampung.village.importer.sheet;

import java.util.BitSet;
import java.util.List;

/** One line of a sheet as it stands there: its number, its cells as text, and which of them a program typed as numbers. */
public record SheetRow(int number, List<String> cells, BitSet numbers) {

    /** The text of a cell; a short line has empty cells behind its end. */
    public String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    public boolean isNumber(int column) {
        return numbers.get(column);
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
