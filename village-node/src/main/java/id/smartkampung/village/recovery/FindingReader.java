package id.smartkampung.village.recovery;

import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FamilyRemoved;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentErased;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.ResidentRemoved;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.history.Column;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.lookup.HistoryReader;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FamilyColumns;
import id.smartkampung.village.register.GivenRows;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows what is held here and at the district side by side, as far as it differs. */
@ApplicationScoped
@Named("forks")
public class FindingReader {

    private final HistoryReader values;
    private final Texts texts;

    FindingReader(HistoryReader values, Texts texts) {
        this.values = values;
        this.texts = texts;
    }

    /** A field in which the two differ. */
    public record Line(String field, String ours, String theirs) {

        /** Whether the cover of personal data hides what differs. */
        public boolean isHidden() {
            return ours.equals(theirs);
        }
    }

    /**
     * Something to be decided.
     *
     * @param title name of the person, number of the request; empty where there is none
     * @param here whether it is in the data of this village at all
     * @param removed whether the district was told that it was taken out
     * @param holder who has the NIK here of somebody who is to come in, else null
     * @param oursState stage of a request here, null for anything else
     */
    public record Shown(
            UUID id,
            String kind,
            String title,
            String reason,
            Instant at,
            boolean here,
            boolean removed,
            Holder holder,
            List<Line> lines,
            RequestState oursState,
            RequestState theirsState) {}

    /** A person of this village, by whom an officer can look. */
    public record Holder(UUID id, String name) {}

    long open() {
        return Finding.countOpen();
    }

    /** For templates: whether anything waits for a decision. */
    public boolean isWaiting() {
        return open() > 0;
    }

    List<Shown> all() {
        return Finding.listOpen().stream().map(this::shown).toList();
    }

    static VillageEvent theirs(Finding finding) {
        try {
            return EventJson.read(EventType.ofWireName(finding.type).orElseThrow(), finding.data);
        } catch (EventFormatException e) {
            throw new IllegalStateException("what was kept of " + finding.subject + " is not readable", e);
        }
    }

    private Shown shown(Finding finding) {
        VillageEvent theirs = theirs(finding);
        Subject subject = Subject.parse(finding.subject);
        boolean removed = theirs instanceof ResidentRemoved
                || theirs instanceof ResidentErased
                || theirs instanceof FamilyRemoved;
        return switch (subject.kind()) {
            case Subject.RESIDENT -> {
                Resident ours = Resident.findById(subject.id());
                Resident told = theirs instanceof ResidentRecorded event ? GivenRows.row(event) : new Resident();
                String name = ours == null ? told.fullName : ours.fullName;
                List<Line> lines = removed
                        ? List.of()
                        : lines(ResidentColumns.all().values(), ours == null ? new Resident() : ours, told);
                yield row(finding, subject, name, ours != null, removed, holder(told, subject.id()), lines);
            }
            case Subject.FAMILY -> {
                Family ours = Family.findById(subject.id());
                Family told = theirs instanceof FamilyRecorded event ? GivenRows.row(event) : new Family();
                String address = ours == null ? told.address : ours.address;
                List<Line> lines =
                        removed ? List.of() : lines(FamilyColumns.all(), ours == null ? new Family() : ours, told);
                yield row(finding, subject, address, ours != null, removed, null, lines);
            }
            case Subject.MUTATION -> mutation(finding, subject, (MutationRecorded) theirs);
            case Subject.LETTER -> letter(finding, subject, (LetterRecorded) theirs);
            default -> request(finding, (RequestRecorded) theirs);
        };
    }

    private static Holder holder(Resident told, UUID id) {
        return Optional.ofNullable(told.nik)
                .flatMap(Resident::findByNik)
                .filter(holder -> !holder.id.equals(id))
                .map(holder -> new Holder(holder.id, holder.fullName))
                .orElse(null);
    }

    private static Shown row(
            Finding finding,
            Subject subject,
            String title,
            boolean here,
            boolean removed,
            Holder holder,
            List<Line> lines) {
        return new Shown(
                finding.id,
                subject.kind(),
                title == null ? "" : title,
                finding.reason,
                finding.foundAt,
                here,
                removed,
                holder,
                lines,
                null,
                null);
    }

    private static Shown request(Finding finding, RequestRecorded theirs) {
        Request ours = Request.findById(theirs.requestId());
        return new Shown(
                finding.id,
                Subject.REQUEST,
                ours == null ? theirs.number() : ours.number,
                finding.reason,
                finding.foundAt,
                ours != null,
                false,
                null,
                List.of(),
                ours == null ? null : ours.state,
                theirs.state());
    }

    /** The same mutation can differ in whether it was undone, and in whose it is where records were merged; the rest stays. */
    private Shown mutation(Finding finding, Subject subject, MutationRecorded theirs) {
        Mutation ours = Mutation.findById(theirs.mutationId());
        Resident person = Resident.findById(theirs.residentId());
        String title = texts.of("mutation.kind." + theirs.kind()) + (person == null ? "" : ": " + person.fullName);
        Line undone = new Line(
                texts.of("mutation.state"),
                ours == null ? "" : state(ours.isUndone()),
                state(theirs.undoneAt() != null));
        List<Line> lines = new ArrayList<>();
        if (ours == null || !undone.isHidden()) {
            lines.add(undone);
        }
        if (ours != null && !ours.residentId.equals(theirs.residentId())) {
            lines.add(new Line(texts.of("mutation.person"), person(ours.residentId), person(theirs.residentId())));
        }
        return row(finding, subject, title, ours != null, false, null, lines);
    }

    /** By name, and by the id where two records have the same name. */
    private static String person(UUID id) {
        Resident resident = Resident.findById(id);
        return resident == null
                ? id.toString()
                : resident.fullName + " (" + id.toString().substring(24) + ")";
    }

    /** A letter is known by its number; what may differ is what became of it. */
    private Shown letter(Finding finding, Subject subject, LetterRecorded theirs) {
        Letter ours = Letter.findById(theirs.letterId());
        String title = theirs.typeName() + " " + theirs.number();
        Line state = new Line(
                texts.of("letter.state"),
                ours == null ? "" : texts.of("letter.state." + ours.state),
                texts.of("letter.state." + theirs.state()));
        return row(finding, subject, title, ours != null, false, null, List.of(state));
    }

    private String state(boolean undone) {
        return texts.of(undone ? "mutation.undone" : "mutation.holds");
    }

    private <E> List<Line> lines(Collection<? extends Column<E, ?>> columns, E ours, E theirs) {
        List<Line> lines = new ArrayList<>();
        for (Column<E, ?> column : columns) {
            if (column.field().leaves() && column.differs(ours, column.get(theirs))) {
                lines.add(new Line(
                        texts.of("field." + column.property()),
                        values.shown(column.property(), column.get(ours)),
                        values.shown(column.property(), column.get(theirs))));
            }
        }
        return lines;
    }
}
