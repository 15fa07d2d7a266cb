package id.smartkampung.village.importer.intake;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.importer.row.ParsedRow;
import id.smartkampung.village.register.BulkRegister;
import id.smartkampung.village.register.ResidentDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Lays rows of a file beside the register, and lets them in. */
@ApplicationScoped
public class ImportService {

    private final BulkRegister register;

    ImportService(BulkRegister register) {
        this.register = register;
    }

    /** What would become of the rows; nothing is changed. */
    @Transactional
    public Chunk plan(List<ParsedRow> rows) {
        return counted(rows, register.plan(drafts(candidates(rows))));
    }

    /** Lets in what may come in, with events and history in the same transaction. */
    @Transactional
    public Chunk apply(List<ParsedRow> rows, Author author) {
        if (!rows.stream().allMatch(Drafts::isCompleteForNew)) {
            // Says which of them are new, and so may not come in.
            plan(rows);
        }
        return counted(rows, register.apply(drafts(candidates(rows)), author));
    }

    private static Chunk counted(List<ParsedRow> rows, List<BulkRegister.Planned> planned) {
        List<ParsedRow> candidates = candidates(rows);
        int added = 0;
        int changed = 0;
        int unchanged = 0;
        for (int i = 0; i < planned.size(); i++) {
            switch (planned.get(i).outcome()) {
                case NEW -> {
                    Drafts.addMissingForNew(candidates.get(i));
                    added += candidates.get(i).hasErrors() ? 0 : 1;
                }
                case CHANGED -> changed++;
                case UNCHANGED -> unchanged++;
            }
        }
        return Chunk.of(rows, added, changed, unchanged);
    }

    private static List<ParsedRow> candidates(List<ParsedRow> rows) {
        return rows.stream().filter(row -> !row.hasErrors()).toList();
    }

    private static List<ResidentDraft> drafts(List<ParsedRow> rows) {
        List<ResidentDraft> drafts = new ArrayList<>(rows.size());
        rows.forEach(row -> drafts.add(Drafts.of(row)));
        return drafts;
    }
}
