package id.smartkampung.village.register;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.value.NameKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The residents and families that a number of drafts may mean, read with three queries. */
final class KnownRows {

    private final Map<NoKk, Family> families = new HashMap<>();
    private final Map<Nik, Resident> byNik = new HashMap<>();
    private final Map<Person, Resident> byPerson = new HashMap<>();

    /** Who somebody is without a NIK. */
    private record Person(UUID familyId, NameKey name, LocalDate bornOn) {}

    private KnownRows() {}

    static KnownRows of(List<ResidentDraft> drafts) {
        KnownRows known = new KnownRows();
        List<NoKk> cards = drafts.stream()
                .map(ResidentDraft::noKk)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!cards.isEmpty()) {
            Family.<Family>list("noKk in ?1", cards).forEach(known::add);
        }
        List<Nik> niks = drafts.stream()
                .map(ResidentDraft::nik)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!niks.isEmpty()) {
            Resident.<Resident>list("nik in ?1", niks).forEach(known::add);
        }
        known.addMembers();
        known.addWithoutFamily(drafts);
        return known;
    }

    Family familyOf(ResidentDraft draft) {
        return draft.noKk() == null ? null : families.get(draft.noKk());
    }

    /** The person with this NIK; else one of the same card, name and birth date whose NIK is not another one. */
    Resident find(ResidentDraft draft) {
        Resident known = draft.nik() == null ? null : byNik.get(draft.nik());
        if (known != null) {
            return known;
        }
        Resident same = byPerson.get(person(draft));
        boolean otherPerson = same != null && draft.nik() != null && same.nik != null;
        return otherPerson ? null : same;
    }

    void add(Family family) {
        families.put(family.noKk, family);
    }

    void add(Resident resident) {
        if (resident.nik != null) {
            byNik.put(resident.nik, resident);
        }
        byPerson.putIfAbsent(new Person(resident.familyId, NameKey.of(resident.fullName), resident.bornOn), resident);
    }

    private Person person(ResidentDraft draft) {
        Family family = familyOf(draft);
        boolean newFamily = family == null && draft.noKk() != null;
        String name = (String) draft.get(ResidentField.FULL_NAME);
        if (name == null || newFamily) {
            return null;
        }
        UUID familyId = family == null ? null : family.id;
        return new Person(familyId, NameKey.of(name), (LocalDate) draft.get(ResidentField.BORN_ON));
    }

    private void addMembers() {
        Collection<UUID> ids =
                families.values().stream().map(family -> family.id).toList();
        if (!ids.isEmpty()) {
            Resident.<Resident>list("familyId in ?1 order by id", ids).forEach(this::add);
        }
    }

    private void addWithoutFamily(List<ResidentDraft> drafts) {
        List<String> names = drafts.stream()
                .filter(draft -> draft.noKk() == null && draft.get(ResidentField.FULL_NAME) != null)
                .map(draft ->
                        NameKey.of((String) draft.get(ResidentField.FULL_NAME)).value())
                .distinct()
                .toList();
        if (!names.isEmpty()) {
            Resident.<Resident>list("familyId is null and nameKey in ?1 order by id", names)
                    .forEach(this::add);
        }
    }
}
