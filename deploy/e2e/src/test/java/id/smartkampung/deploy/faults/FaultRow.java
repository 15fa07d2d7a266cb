package id.smartkampung.deploy.faults;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A case of the table of faults: the tests that show it is survived, and what is left out for which reason. */
record FaultRow(
        int number, List<TestName> simulation, List<TestName> module, List<TestName> processes, String leftOut) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|(.*)\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Za-z0-9]+)#([A-Za-z0-9]+)`");
    private static final int COLUMNS = 6;

    /** A test as it is named in the table. */
    record TestName(String type, String method) {

        @Override
        public String toString() {
            return type + "#" + method;
        }
    }

    static List<FaultRow> read(String table) {
        return ROW.matcher(table).results().map(FaultRow::of).toList();
    }

    private static FaultRow of(MatchResult row) {
        String[] cells = row.group(2).split("\\|", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalArgumentException("row " + row.group(1) + " has not " + (COLUMNS + 1) + " columns");
        }
        return new FaultRow(
                Integer.parseInt(row.group(1)), tests(cells[2]), tests(cells[3]), tests(cells[4]), cells[5].strip());
    }

    private static List<TestName> tests(String cell) {
        return TEST.matcher(cell)
                .results()
                .map(test -> new TestName(test.group(1), test.group(2)))
                .toList();
    }

    List<TestName> tests() {
        return Stream.of(simulation, module, processes).flatMap(List::stream).toList();
    }
}
