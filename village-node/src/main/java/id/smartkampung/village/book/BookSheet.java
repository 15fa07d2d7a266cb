package id.smartkampung.village.book;

import id.smartkampung.web.text.Formats;
import id.smartkampung.web.time.Wib;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A book, or a part of one, as it is read on a page or on paper.
 *
 * @param subtitle of which time, and by which day
 */
public record BookSheet(Book book, String title, String subtitle, BookColumns columns, List<List<Object>> rows) {

    /** The same of a part of the village only, which is said in these words. */
    BookSheet within(String part) {
        return new BookSheet(book, title, subtitle + ". " + part, columns, rows);
    }

    /** A cell as people read it. */
    public String text(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof LocalDate day) {
            return Wib.shortDate(day);
        }
        return cell instanceof Number number ? Formats.asNumber(number) : cell.toString();
    }

    public boolean isNumber(Object cell) {
        return cell instanceof Number;
    }

    /** Whether numbers stand below the name of this column, which stands over them then. */
    public boolean isNumberColumn(int column) {
        return rows.stream().map(row -> row.get(column)).anyMatch(this::isNumber);
    }

    /** The columns are numbered, as on the official forms. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, columns.size()).boxed().toList();
    }

    /** Whether it needs a wide sheet with small letters. */
    public boolean isWide() {
        return columns.size() > 20;
    }
}
