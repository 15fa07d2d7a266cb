package id.smartkampung.village.dossier;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.delivery.Delivery;
import id.smartkampung.village.delivery.DeliveryState;
import id.smartkampung.village.history.FieldChange;
import id.smartkampung.village.letter.LetterDraft;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentAlias;
import id.smartkampung.village.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The rows that are about a person, the oldest first.
 *
 * @param families of which the person is or was
 * @param lettersOfOthers which name the person
 */
record Held(
        Resident resident,
        List<ResidentAlias> merged,
        List<Mutation> mutations,
        List<Request> requests,
        List<Letter> letters,
        List<LetterDraft> drafts,
        List<Delivery> deliveries,
        Set<UUID> families,
        Set<UUID> lettersOfOthers) {

    private static final String OF_APPLICANT = "requestId in (select q.id from Request q where q.applicantId = ?1)";

    static Held of(Resident resident) {
        List<ResidentAlias> merged = ResidentAlias.listByKept(resident.id);
        List<UUID> records = new ArrayList<>(List.of(resident.id));
        merged.forEach(alias -> records.add(alias.lostId));
        return new Held(
                resident,
                merged,
                Mutation.list("residentId = ?1 order by recordedAt, id", resident.id),
                Request.list("applicantId = ?1 order by submittedAt, id", resident.id),
                Letter.list("applicantId = ?1 order by issuedOn, id", resident.id),
                LetterDraft.list(OF_APPLICANT + " order by id", resident.id),
                Delivery.list(OF_APPLICANT + " order by assignedAt, id", resident.id),
                families(resident, records),
                lettersOfOthers(resident, records));
    }

    private static Set<UUID> families(Resident resident, List<UUID> records) {
        Set<UUID> families = new HashSet<>();
        Stream.ofNullable(resident.familyId).forEach(families::add);
        FieldChange.getEntityManager()
                .createQuery("""
                        select c.oldValue from FieldChange c
                        where c.subjectKind = :kind and c.subjectId in :records and c.field = :field
                            and c.oldValue is not null
                        """, String.class)
                .setParameter("kind", Subject.RESIDENT)
                .setParameter("records", records)
                .setParameter("field", ResidentField.FAMILY.property())
                .getResultStream()
                .map(UUID::fromString)
                .forEach(families::add);
        return families;
    }

    /** What was filled in stays as it was when the number was given, also with a record that was merged since. */
    @SuppressWarnings("unchecked")
    private static Set<UUID> lettersOfOthers(Resident resident, List<UUID> records) {
        return new HashSet<>(Letter.getEntityManager()
                .createNativeQuery("""
                        select id from letter
                        where applicant_id <> :applicant and letter_people(answers) && cast(:records as uuid[])
                        """, UUID.class)
                .setParameter("applicant", resident.id)
                .setParameter("records", records.toArray(UUID[]::new))
                .getResultList());
    }

    /** Signed letters; their files go along. */
    List<Dossier.Paper> papers() {
        List<Dossier.Paper> papers = new ArrayList<>();
        for (Letter letter : letters) {
            if (letter.fileSha256 != null) {
                String number = letter.number.replaceAll("[^A-Za-z0-9]+", "-");
                papers.add(new Dossier.Paper(
                        String.format(Locale.ROOT, "surat/%02d-%s", papers.size() + 1, number), letter));
            }
        }
        return papers;
    }

    List<Dossier.Photo> photos() {
        List<Dossier.Photo> photos = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            if (delivery.state == DeliveryState.HANDED_OVER) {
                photos.add(new Dossier.Photo(
                        String.format(Locale.ROOT, "foto/%02d-penyerahan.jpg", photos.size() + 1), delivery.id));
            }
        }
        return photos;
    }

    /** Names of the files in the copy, by the letter or the delivery they are of. */
    Map<UUID, String> files() {
        Map<UUID, String> files = new HashMap<>();
        papers().forEach(paper -> files.put(paper.letter().id, paper.file() + ".pdf"));
        photos().forEach(photo -> files.put(photo.delivery(), photo.file()));
        return files;
    }

    /** Of which the log tells the district. */
    List<Subject> told() {
        List<Subject> told = new ArrayList<>(List.of(new Subject(Subject.RESIDENT, resident.id)));
        merged.forEach(alias -> told.add(new Subject(Subject.RESIDENT, alias.lostId)));
        mutations.forEach(mutation -> told.add(new Subject(Subject.MUTATION, mutation.id)));
        requests.forEach(request -> told.add(new Subject(Subject.REQUEST, request.id)));
        letters.forEach(letter -> told.add(new Subject(Subject.LETTER, letter.id)));
        return told;
    }

    /** As the trail names them. */
    Set<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        told().forEach(subject -> subjects.add(subject.toString()));
        families.forEach(family -> subjects.add(new Subject(Subject.FAMILY, family).toString()));
        lettersOfOthers.forEach(letter -> subjects.add(new Subject(Subject.LETTER, letter).toString()));
        // as they were written down before drafts were told of by their request
        drafts.forEach(draft -> subjects.add("letter-draft/" + draft.id));
        deliveries.forEach(delivery -> subjects.add("delivery/" + delivery.id));
        return subjects;
    }
}
