package id.smartkampung.village.book;

import java.util.List;
import java.util.UUID;

/**
 * Some rows of a book, cells in the order of its columns.
 *
 * @param next behind whom the next rows begin; null when these are the last
 */
record BookRows(List<List<Object>> rows, UUID next) {

    static BookRows all(List<List<Object>> rows) {
        return new BookRows(rows, null);
    }
}
