package id.smartkampung.village.book;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The books that list the inhabitants: B.1 by name, B.5 by family card. */
@ApplicationScoped
class PersonBooks {

    private static final String WHO = "where r.baseStatus = :alive and r.residency = :permanent";
    private static final String BY_NAME = "r.nameKey";
    private static final String BY_CARD = "coalesce(cast(r.familyId as string), 'z')";

    private final EntityManager entities;
    private final Texts texts;

    PersonBooks(EntityManager entities, Texts texts) {
        this.entities = entities;
        this.texts = texts;
    }

    long count() {
        TypedQuery<Long> query = entities.createQuery("select count(*) from Resident r " + WHO, Long.class);
        return bound(query).getSingleResult();
    }

    /** Rows of B.1 behind the given person. */
    BookRows main(boolean whole, UUID after, int number, int limit) {
        return rows(
                BY_NAME,
                after,
                number,
                limit,
                (place, resident, family, since) -> Arrays.asList(
                        place,
                        resident.fullName,
                        Readings.readable(resident.sex),
                        marital(resident),
                        resident.bornIn,
                        born(resident, whole),
                        Readings.readable(resident.religion),
                        Readings.readable(resident.education),
                        Readings.readable(resident.occupation),
                        null,
                        Readings.readable(resident.citizenship),
                        address(resident, family),
                        Readings.readable(resident.relationship),
                        nik(resident.nik, whole),
                        family == null ? null : noKk(family.noKk, whole),
                        null));
    }

    /** Rows of B.5 behind the given person. */
    BookRows cards(boolean whole, UUID after, int number, int limit) {
        return rows(
                BY_CARD,
                after,
                number,
                limit,
                (place, resident, family, since) -> Arrays.asList(
                        place,
                        family == null ? null : noKk(family.noKk, whole),
                        resident.fullName,
                        nik(resident.nik, whole),
                        Readings.readable(resident.sex),
                        BirthCell.of(resident, whole),
                        Readings.readable(resident.bloodGroup),
                        Readings.readable(resident.religion),
                        Readings.readable(resident.education),
                        Readings.readable(resident.occupation),
                        address(resident, family),
                        marital(resident),
                        // Where and when the card was issued is not in the register; it is written in by hand.
                        null,
                        Readings.readable(resident.relationship),
                        Readings.readable(resident.citizenship),
                        resident.fatherName,
                        resident.motherName,
                        since,
                        null));
    }

    /** Makes a row of a person. */
    @FunctionalInterface
    private interface Row {

        List<Object> of(int number, Resident resident, Family family, LocalDate since);
    }

    private BookRows rows(String order, UUID after, int number, int limit, Row row) {
        String behind = after == null ? "" : " and %1$s >= :key and (%1$s > :key or r.id > :after)".formatted(order);
        TypedQuery<Resident> query = bound(entities.createQuery(
                "select r from Resident r " + WHO + behind + " order by " + order + ", r.id", Resident.class));
        if (after != null) {
            String key = entities.createQuery("select " + order + " from Resident r where r.id = :id", String.class)
                    .setParameter("id", after)
                    .getResultStream()
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            query.setParameter("key", key).setParameter("after", after);
        }
        List<Resident> found = query.setMaxResults(limit + 1).getResultList();
        List<Resident> shown = found.size() > limit ? found.subList(0, limit) : found;
        Map<UUID, Family> families = familiesOf(shown);
        Map<UUID, LocalDate> since = since(shown);
        List<List<Object>> rows = new ArrayList<>();
        for (Resident resident : shown) {
            rows.add(row.of(number + rows.size(), resident, families.get(resident.familyId), since.get(resident.id)));
        }
        UUID next = found.size() > limit ? shown.get(limit - 1).id : null;
        entities.clear();
        return new BookRows(rows, next);
    }

    private static <T> TypedQuery<T> bound(TypedQuery<T> query) {
        return query.setParameter("alive", BaseStatus.ALIVE).setParameter("permanent", Residency.PERMANENT);
    }

    private static Map<UUID, Family> familiesOf(List<Resident> residents) {
        List<UUID> ids = residents.stream()
                .map(resident -> resident.familyId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, Family> families = new HashMap<>();
        if (!ids.isEmpty()) {
            Family.<Family>list("id in ?1", ids).forEach(family -> families.put(family.id, family));
        }
        return families;
    }

    /** Since when these people live here, of those who were born here or moved in. */
    private static Map<UUID, LocalDate> since(List<Resident> residents) {
        Map<UUID, LocalDate> since = new HashMap<>();
        List<UUID> ids = residents.stream().map(resident -> resident.id).toList();
        if (!ids.isEmpty()) {
            Mutation.<Mutation>list(
                            "residentId in ?1 and kind in ?2 and undoneAt is null order by recordedAt",
                            ids,
                            List.of(MutationKind.BIRTH, MutationKind.ARRIVAL))
                    .forEach(came -> since.put(came.residentId, came.happenedOn));
        }
        return since;
    }

    /** The book asks for widower or widow, which the register knows by status and sex. */
    private String marital(Resident resident) {
        MaritalStatus status = resident.maritalStatus;
        boolean alone = status == MaritalStatus.DIVORCED || status == MaritalStatus.WIDOWED;
        if (!alone || resident.sex == null) {
            return Readings.readable(status);
        }
        return texts.of(resident.sex == Sex.MALE ? "book.widower" : "book.widow");
    }

    private String address(Resident resident, Family family) {
        String street = family == null || family.address == null ? resident.currentAddress : family.address;
        String place = texts.of("book.place", orDash(resident.dusun), orDash(resident.rt), orDash(resident.rw));
        return street == null ? place : street + ", " + place;
    }

    private static String orDash(String text) {
        return text == null ? "–" : text;
    }

    private static Object born(Resident resident, boolean whole) {
        LocalDate born = resident.bornOn;
        if (born == null || whole) {
            return born;
        }
        return Integer.toString(born.getYear());
    }

    private static String nik(Nik nik, boolean whole) {
        if (nik == null) {
            return null;
        }
        return whole ? nik.value() : nik.masked();
    }

    private static String noKk(NoKk noKk, boolean whole) {
        if (noKk == null) {
            return null;
        }
        return whole ? noKk.value() : noKk.masked();
    }
}
