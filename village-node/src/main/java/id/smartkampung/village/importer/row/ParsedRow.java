package id.smartkampung.village.importer.row;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** One person as the file tells: what each cell became, and what is to be said about it. */
public final class ParsedRow {

    private final int number;
    private final Map<ImportColumn, Object> values = new EnumMap<>(ImportColumn.class);
    private final Set<ImportColumn> statedNone = EnumSet.noneOf(ImportColumn.class);
    private final List<Finding> findings;

    ParsedRow(int number, List<Finding> findings) {
        this.number = number;
        this.findings = findings;
    }

    public int number() {
        return number;
    }

    public List<Finding> findings() {
        return findings;
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    public Nik nik() {
        return (Nik) values.get(ImportColumn.NIK);
    }

    public NoKk noKk() {
        return (NoKk) values.get(ImportColumn.NO_KK);
    }

    public Sex sex() {
        return (Sex) values.get(ImportColumn.SEX);
    }

    public boolean isHead() {
        return values.get(ImportColumn.RELATIONSHIP) == Relationship.HEAD;
    }

    /** The text of a column, or null where the cell is empty. */
    public String text(ImportColumn column) {
        return (String) values.get(column);
    }

    public LocalDate date(ImportColumn column) {
        return (LocalDate) values.get(column);
    }

    public <E extends Coded> E code(ImportColumn column, Class<E> vocabulary) {
        return vocabulary.cast(values.get(column));
    }

    /** What the cell became, or null where it is empty. */
    public Object value(ImportColumn column) {
        return values.get(column);
    }

    /** Counts among the inhabitants, as far as the file says. */
    public boolean isCounted() {
        Object status = values.get(ImportColumn.BASE_STATUS);
        return status == null || status == BaseStatus.ALIVE;
    }

    /** All fields of the person, but not those of the family card. */
    public void forEachField(BiConsumer<ResidentField, Object> consumer) {
        values.forEach((column, value) -> {
            if (column.field() instanceof ResidentField field) {
                consumer.accept(field, value);
            }
        });
    }

    /** A required cell that says nothing at all; a dash says that there is none. */
    public boolean lacks(ImportColumn column) {
        return !values.containsKey(column) && !statedNone.contains(column);
    }

    /** Adds what is known only when the whole file or the register has been seen. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    void put(ImportColumn column, Object value) {
        values.put(column, value);
    }

    void stateNone(ImportColumn column) {
        statedNone.add(column);
    }
}
