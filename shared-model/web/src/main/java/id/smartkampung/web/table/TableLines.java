package id.smartkampung.web.table;

import java.io.IOException;
import java.util.List;

/** Takes the lines of a table; cells are texts, numbers, days or instants, and null where there is nothing. */
@FunctionalInterface
public interface TableLines {

    void add(List<?> cells) throws IOException;
}
