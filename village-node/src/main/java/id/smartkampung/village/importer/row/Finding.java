package id.smartkampung.village.importer.row;

/**
 * One thing to be seen in one row.
 *
 * @param row number of the line in the file, 0 for the file as a whole
 * @param column name of the column as OpenSID calls it, empty for the row as a whole
 * @param shown what stands in the cell, masked where it names a person
 * @param detail completes the sentence, such as the number of the other row
 */
public record Finding(int row, String column, Problem problem, String shown, String detail) {

    static Finding of(int row, ImportColumn column, Problem problem, String shown) {
        return new Finding(row, column.header(), problem, shown, "");
    }

    public static Finding of(int row, ImportColumn column, Problem problem, String shown, String detail) {
        return new Finding(row, column.header(), problem, shown, detail);
    }

    public static Finding ofFile(Problem problem) {
        return new Finding(0, "", problem, "", "");
    }

    public boolean isError() {
        return problem.severity() == Severity.ERROR;
    }
}
