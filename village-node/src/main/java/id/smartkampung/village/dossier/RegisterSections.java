package id.smartkampung.village.dossier;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.family.FamilyField;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.lookup.HistoryLine;
import id.smartkampung.village.lookup.HistoryReader;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentAlias;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What the register holds of a person, with nothing covered but the numbers of others. */
@ApplicationScoped
class RegisterSections {

    private final HistoryReader history;
    private final Texts texts;

    RegisterSections(HistoryReader history, Texts texts) {
        this.history = history;
        this.texts = texts;
    }

    List<Section> of(Held held) {
        List<List<Object>> merged = held.merged().stream()
                .map(alias -> Section.row(alias.at, alias.reason, alias.username))
                .toList();
        List<List<Object>> mutations =
                held.mutations().stream().map(this::mutation).toList();
        return List.of(
                Section.of("self", texts, self(held.resident())),
                Section.of("history", texts, changes(held.resident(), held.merged())),
                Section.of("merged", texts, merged),
                Section.of("mutations", texts, mutations));
    }

    private List<List<Object>> self(Resident resident) {
        List<List<Object>> rows = new ArrayList<>();
        ResidentColumns.all()
                .values()
                .forEach(column -> rows.add(Section.row(
                        texts.of("field." + column.property()),
                        history.clear(column.property(), column.get(resident)))));
        Family family = resident.familyId == null ? null : Family.findById(resident.familyId);
        rows.add(Section.row(
                texts.of("field." + FamilyField.ADDRESS.property()), family == null ? null : family.address));
        rows.add(Section.row(texts.of("dossier.entered"), resident.createdAt));
        return rows;
    }

    /** Also of the records that were merged into this one. */
    private List<List<Object>> changes(Resident resident, List<ResidentAlias> merged) {
        List<HistoryLine> lines = new ArrayList<>(history.clearLines(Subject.RESIDENT, resident.id));
        merged.forEach(alias -> lines.addAll(history.clearLines(Subject.RESIDENT, alias.lostId)));
        return lines.stream()
                .map(line -> Section.row(line.at(), line.field(), line.before(), line.after(), line.by()))
                .toList();
    }

    private List<Object> mutation(Mutation mutation) {
        return Section.row(
                mutation.happenedOn,
                texts.of("mutation.kind." + mutation.kind.name()),
                mutation.reportedOn,
                mutation.place,
                mutation.otherPlace,
                mutation.purpose,
                mutation.document,
                mutation.reporter,
                mutation.note,
                mutation.recordedAt,
                mutation.username,
                mutation.undoneAt,
                mutation.undoReason);
    }
}
