package id.smartkampung.village.dossier;

import id.smartkampung.model.event.Subject;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.letter.number.LetterSight;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.audit.AuditQueries;
import id.smartkampung.web.audit.AuditRow;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what the village holds of a person, and who saw it, as it is at one moment. */
@ApplicationScoped
public class DossierService {

    /** Of whole lists the trail does not say who stood in them. */
    private static final Set<String> LISTS = Set.of(
            "residents-exported",
            "families-exported",
            "requests-exported",
            "letters-exported",
            "mutations-exported",
            "book-exported",
            "import-exported");

    static final String TOLD = """
            select to_char(o.time at time zone 'Asia/Jakarta', 'DD-MM-YYYY HH24.MI'), o.type,
                concat_ws('.', o.epoch, o.sequence)
            from outbox o where o.subject_id in (:subjects) order by o.epoch, o.sequence
            """;

    private final RegisterSections register;
    private final ServiceSections services;
    private final LetterSight sight;
    private final AuditQueries trail;
    private final Audit audit;
    private final EntityManager entities;
    private final Texts texts;

    DossierService(
            RegisterSections register,
            ServiceSections services,
            LetterSight sight,
            AuditQueries trail,
            Audit audit,
            EntityManager entities,
            Texts texts) {
        this.register = register;
        this.services = services;
        this.sight = sight;
        this.trail = trail;
        this.audit = audit;
        this.entities = entities;
        this.texts = texts;
    }

    /** For whom somebody asks; that it was given stands in it already. The letters go along as they are. */
    @Transactional
    Dossier give(UUID id, String reason) {
        Resident resident = resident(id);
        Letter.<Letter>list("applicantId", id).forEach(sight::requireAll);
        audit.record("dossier-given", new Subject(Subject.RESIDENT, id).toString(), List.of(), reason);
        return dossier(Held.of(resident));
    }

    @Transactional
    Dossier look(UUID id) {
        return dossier(Held.of(resident(id)));
    }

    private static Resident resident(UUID id) {
        return Resident.<Resident>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private Dossier dossier(Held held) {
        List<Seen> seen = seen(held);
        List<Section> sections = new ArrayList<>(register.of(held));
        sections.addAll(services.of(held));
        sections.add(Section.of("told", texts, told(held)));
        sections.add(Section.of(
                "seen",
                texts,
                seen.stream()
                        .map(one -> one.row(texts.of("dossier.as-list"), texts.of("dossier.as-person")))
                        .toList()));
        Resident resident = held.resident();
        return new Dossier(resident.id, resident.fullName, sections, seen, held.papers(), held.photos());
    }

    private List<Seen> seen(Held held) {
        Map<String, String> names = new HashMap<>();
        Account.all().forEach(account -> names.put(account.username, account.displayName));
        Set<String> subjects = held.subjects();
        return trail.about(subjects, LISTS, held.resident().createdAt, texts).stream()
                .map(row -> seen(row, names.getOrDefault(row.username(), ""), !subjects.contains(row.subject())))
                .toList();
    }

    /** What was asked of a list may name others, and whoever took it had all of them in mind. */
    private Seen seen(AuditRow row, String name, boolean list) {
        return new Seen(
                row.at(), row.username(), name, row.action(), inWords(row.fields()), list ? "" : row.reason(), list);
    }

    /** What else an entry leads to is for those who read the trail. */
    private String inWords(String fields) {
        return Arrays.stream(fields.split(", "))
                .filter(field -> field.indexOf('/') < 0)
                .map(field -> texts.has("field." + field) ? texts.of("field." + field) : field)
                .collect(Collectors.joining(", "));
    }

    /** What the log of the village told the district, and when; the words of it are those of the other sections. */
    private List<List<Object>> told(Held held) {
        List<?> events = entities.createNativeQuery(TOLD, Object[].class)
                .setParameter("subjects", held.told().stream().map(Subject::id).toList())
                .getResultList();
        List<List<Object>> rows = new ArrayList<>();
        for (Object each : events) {
            Object[] event = (Object[]) each;
            String key = "dossier.told." + event[1];
            rows.add(Section.row(event[0], texts.has(key) ? texts.of(key) : event[1], event[2]));
        }
        return rows;
    }
}
