package id.smartkampung.village.home;

import id.smartkampung.model.event.Subject;
import id.smartkampung.village.history.FieldChange;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.RequestQueries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What people in the office did last, over the whole village. */
@ApplicationScoped
class LastChanges {

    /** One subject often has several changed fields in a row; they are told once. */
    private static final int FIELDS_A_CHANGE = 10;

    private final RequestQueries requests;

    LastChanges(RequestQueries requests) {
        this.requests = requests;
    }

    /**
     * Something that happened.
     *
     * @param href where it can be read; null when it is gone
     * @param title number of a request or name of a person; null for a family
     * @param what kind of event: the state of a request, {@code entered}, {@code changed}, {@code removed}
     */
    public record Happened(String kind, String what, String title, String href, Instant at, String by) {}

    /** The newest first. */
    List<Happened> last(int limit) {
        Stream<Happened> ofRequests = requests.lastEvents(limit).stream()
                .map(event -> new Happened(
                        Subject.REQUEST,
                        event.state().name(),
                        event.number(),
                        "/permohonan/" + event.requestId(),
                        event.at(),
                        event.by()));
        return Stream.concat(ofRequests, ofRegister(limit))
                .sorted(Comparator.comparing(Happened::at).reversed())
                .limit(limit)
                .toList();
    }

    boolean isRegisterEmpty() {
        return Resident.findAll().page(0, 1).list().isEmpty();
    }

    private Stream<Happened> ofRegister(int limit) {
        Map<UUID, FieldChange> bySubject = new LinkedHashMap<>();
        for (FieldChange change : FieldChange.listByForm(limit * FIELDS_A_CHANGE)) {
            bySubject.putIfAbsent(change.subjectId, change);
        }
        return bySubject.values().stream().limit(limit).map(this::happened);
    }

    private Happened happened(FieldChange change) {
        boolean person = change.subjectKind.equals(Subject.RESIDENT);
        Resident resident = person ? Resident.findById(change.subjectId) : null;
        boolean gone = change.field.equals(FieldChange.REMOVED) || (person && resident == null);
        String address = person ? "/penduduk/" : "/keluarga/";
        return new Happened(
                change.subjectKind,
                what(change),
                resident == null ? null : resident.fullName,
                gone ? null : address + change.subjectId,
                change.at,
                change.username);
    }

    private static String what(FieldChange change) {
        return switch (change.field) {
            case FieldChange.ENTERED -> "entered";
            case FieldChange.REMOVED -> "removed";
            default -> "changed";
        };
    }
}
