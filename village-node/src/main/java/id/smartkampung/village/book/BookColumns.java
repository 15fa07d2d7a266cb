package id.smartkampung.village.book;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a book, some of them under a common heading.
 *
 * @param columns in their order; the group is empty where there is none
 */
public record BookColumns(List<Column> columns) {

    /** One column. */
    public record Column(String group, String name) {}

    /** A common heading over some columns; empty over those that have none. */
    public record Span(String label, int width) {}

    /** Reads {@code group|name;group|name}. */
    static BookColumns parse(String text) {
        List<Column> columns = new ArrayList<>();
        for (String each : text.split(";", -1)) {
            int bar = each.indexOf('|');
            columns.add(new Column(each.substring(0, bar), each.substring(bar + 1)));
        }
        return new BookColumns(columns);
    }

    /** The upper line of headings; nothing where there are no groups. */
    public List<Span> spans() {
        if (columns.stream().allMatch(column -> column.group().isEmpty())) {
            return List.of();
        }
        List<Span> spans = new ArrayList<>();
        for (Column column : columns) {
            int last = spans.size() - 1;
            if (last >= 0 && spans.get(last).label().equals(column.group())) {
                spans.set(last, new Span(column.group(), spans.get(last).width() + 1));
            } else {
                spans.add(new Span(column.group(), 1));
            }
        }
        return spans;
    }

    /** One line of headings, for a spreadsheet. */
    public List<String> flat() {
        return columns.stream()
                .map(column -> column.group().isEmpty() ? column.name() : column.group() + " " + column.name())
                .toList();
    }

    public int size() {
        return columns.size();
    }
}
