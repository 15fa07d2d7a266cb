package id.smartkampung.village.request;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.village.calendar.OfficeCalendar;
import id.smartkampung.village.calendar.ServiceTime;
import id.smartkampung.village.calendar.ServiceTime.Passed;
import id.smartkampung.village.calendar.WorkCalendar;
import id.smartkampung.village.lettertype.LetterTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads how long requests have kept the office busy, against what their letters promise. */
@ApplicationScoped
public class ServiceClock {

    private final OfficeCalendar office;
    private final LetterTypes types;
    private final Clock clock;

    ServiceClock(OfficeCalendar office, LetterTypes types, Clock clock) {
        this.office = office;
        this.types = types;
        this.clock = clock;
    }

    /** By the id of the request; one whose letter type nobody knows, or that came without steps, is left out. */
    public Map<UUID, ServiceTime> of(Collection<RequestQueries.Line> lines) {
        Map<UUID, ServiceTime> times = new HashMap<>();
        if (lines.isEmpty()) {
            return times;
        }
        Map<UUID, List<Passed>> passed = new HashMap<>();
        RequestStep.listOf(lines.stream().map(RequestQueries.Line::id).toList())
                .forEach(step -> passed.computeIfAbsent(step.request.id, id -> new ArrayList<>())
                        .add(new Passed(step.state, step.at)));
        WorkCalendar calendar = office.now();
        for (RequestQueries.Line line : lines) {
            read(line.kind(), passed.getOrDefault(line.id(), List.of()), calendar)
                    .ifPresent(time -> times.put(line.id(), time));
        }
        return times;
    }

    /** Of one request. */
    Optional<ServiceTime> of(Request request, List<RequestStep> steps) {
        List<Passed> passed =
                steps.stream().map(step -> new Passed(step.state, step.at)).toList();
        return read(request.kind, passed, office.now());
    }

    private Optional<ServiceTime> read(LetterKind kind, List<Passed> passed, WorkCalendar calendar) {
        if (passed.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return types.target(kind, passed.get(0).at()).map(target -> ServiceTime.of(passed, target, calendar, now));
    }
}
