package id.smartkampung.village.importer.intake;

import id.smartkampung.village.importer.row.Finding;
import id.smartkampung.village.importer.row.ImportColumn;
import id.smartkampung.village.importer.row.ParsedRow;
import id.smartkampung.village.importer.row.Problem;
import id.smartkampung.village.register.ResidentDraft;
import java.util.List;

/** Rows of a file as drafts of the register. */
final class Drafts {

    private static final List<ImportColumn> REQUIRED_FOR_NEW =
            List.of(ImportColumn.DUSUN, ImportColumn.RW, ImportColumn.RT, ImportColumn.RELATIONSHIP);

    private Drafts() {}

    /** Gives what the row knows; an empty cell leaves alone what the village has entered since. */
    static ResidentDraft of(ParsedRow row) {
        ResidentDraft draft = new ResidentDraft();
        row.forEachField(draft::set);
        if (row.noKk() != null) {
            draft.onFamilyCard(row.noKk(), row.text(ImportColumn.ADDRESS));
        }
        return draft;
    }

    static boolean isCompleteForNew(ParsedRow row) {
        return REQUIRED_FOR_NEW.stream().noneMatch(row::lacks);
    }

    /** Blames the cells without which nobody new can be entered. */
    static void addMissingForNew(ParsedRow row) {
        for (ImportColumn column : REQUIRED_FOR_NEW) {
            if (row.lacks(column)) {
                row.add(Finding.of(row.number(), column, Problem.REQUIRED_FOR_NEW, "", ""));
            }
        }
    }
}
