package id.smartkampung.village.book;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The books that list what happened: B.2 all mutations of a month, B.4 who stayed for a while. */
@ApplicationScoped
class MutationBooks {

    private final EntityManager entities;
    private final Texts texts;

    MutationBooks(EntityManager entities, Texts texts) {
        this.entities = entities;
        this.texts = texts;
    }

    /** A mutation with its person. */
    record Happened(Mutation mutation, Resident resident) {}

    /** One row for each mutation, and by the report one for each undoing too. */
    BookRows mutations(BookScope scope) {
        boolean reported = scope.basis() == Basis.REPORTED;
        YearMonth month = scope.month();
        String day = reported ? "m.reportedOn" : "m.happenedOn";
        String holds = reported ? "" : " and m.undoneAt is null";
        List<List<Object>> rows = new ArrayList<>();
        for (Happened each : find(
                "m.counted = true and " + day + " between :first and :last" + holds + " order by " + day + ", m.id",
                month.atDay(1),
                month.atEndOfMonth())) {
            rows.add(row(rows.size() + 1, each, scope.whole(), false));
        }
        if (reported) {
            Instant from = month.atDay(1).atStartOfDay(Wib.ZONE).toInstant();
            Instant to = month.plusMonths(1).atDay(1).atStartOfDay(Wib.ZONE).toInstant();
            for (Happened each : find(
                    "m.counted = true and m.undoneAt >= :first and m.undoneAt < :last order by m.undoneAt, m.id",
                    from,
                    to)) {
                rows.add(row(rows.size() + 1, each, scope.whole(), true));
            }
        }
        return BookRows.all(rows);
    }

    /** Temporary residents who were here on some day of the month. */
    BookRows temporary(BookScope scope) {
        LocalDate first = scope.month().atDay(1);
        LocalDate last = scope.month().atEndOfMonth();
        List<List<Object>> rows = new ArrayList<>();
        List<Happened> came = entities.createQuery("""
                        select new id.smartkampung.village.book.MutationBooks$Happened(m, r)
                        from Mutation m join Resident r on r.id = m.residentId
                        where m.kind = ARRIVAL and m.undoneAt is null and m.residency = :temporary
                            and m.happenedOn <= :last order by m.happenedOn, m.id
                        """, Happened.class)
                .setParameter("temporary", Residency.TEMPORARY)
                .setParameter("last", last)
                .getResultList();
        for (Happened each : came) {
            Optional<LocalDate> left = leftOn(each.mutation());
            if (left.isEmpty() || !left.get().isBefore(first)) {
                rows.add(guest(rows.size() + 1, each, left.orElse(null), scope.whole()));
            }
        }
        return BookRows.all(rows);
    }

    private <T> List<Happened> find(String condition, T first, T last) {
        return entities.createQuery("""
                        select new id.smartkampung.village.book.MutationBooks$Happened(m, r)
                        from Mutation m join Resident r on r.id = m.residentId where\s""" + condition, Happened.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    /** When a temporary resident was gone again; nothing while they are here. */
    private static Optional<LocalDate> leftOn(Mutation arrival) {
        return Mutation.listByResident(arrival.residentId).stream()
                .filter(other -> !other.isUndone() && !other.kind.isAdding())
                .filter(other -> other.recordedAt.isAfter(arrival.recordedAt))
                .map(other -> other.happenedOn)
                .findFirst();
    }

    private List<Object> row(int number, Happened each, boolean whole, boolean undoing) {
        Mutation mutation = each.mutation();
        Resident resident = each.resident();
        boolean adding = mutation.kind.isAdding();
        boolean death = mutation.kind == MutationKind.DEATH;
        String where = mutation.otherArea == null ? mutation.otherPlace : Readings.area(mutation.otherArea);
        String kind = texts.of("mutation.kind." + mutation.kind.name());
        return Arrays.asList(
                number,
                resident.fullName,
                resident.bornIn,
                born(resident, whole),
                Readings.readable(resident.sex),
                Readings.readable(resident.citizenship),
                adding ? orElse(where, kind) : null,
                adding ? mutation.happenedOn : null,
                !adding && !death ? orElse(where, kind) : null,
                !adding && !death ? mutation.happenedOn : null,
                death ? orElse(mutation.place, kind) : null,
                death ? mutation.happenedOn : null,
                remark(mutation, kind, undoing));
    }

    private String remark(Mutation mutation, String kind, boolean undoing) {
        String reported = Wib.shortDate(mutation.reportedOn);
        if (undoing) {
            return texts.of("book.undoing", kind, reported);
        }
        if (mutation.isUndone()) {
            return texts.of("book.undone", kind, reported, Wib.shortDate(Wib.dateOf(mutation.undoneAt)));
        }
        return texts.of("book.reported", kind, reported);
    }

    private List<Object> guest(int number, Happened each, LocalDate left, boolean whole) {
        Mutation mutation = each.mutation();
        Resident resident = each.resident();
        String nik = null;
        if (resident.nik != null) {
            nik = whole ? resident.nik.value() : resident.nik.masked();
        }
        return Arrays.asList(
                number,
                resident.fullName,
                resident.sex == Sex.MALE ? 1 : null,
                resident.sex == Sex.FEMALE ? 1 : null,
                nik,
                resident.bornIn,
                born(resident, whole),
                Readings.readable(resident.occupation),
                Readings.readable(resident.citizenship),
                resident.ethnicity,
                mutation.otherArea == null ? mutation.otherPlace : Readings.area(mutation.otherArea),
                mutation.purpose,
                mutation.place,
                mutation.happenedOn,
                left,
                null);
    }

    private static String orElse(String text, String other) {
        return text == null ? other : text;
    }

    private static Object born(Resident resident, boolean whole) {
        if (resident.bornOn == null || whole) {
            return resident.bornOn;
        }
        return Integer.toString(resident.bornOn.getYear());
    }
}
