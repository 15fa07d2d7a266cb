package id.smartkampung.village.book;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The book that lists what happened: B.2, all mutations of a month. */
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
        String day = reported ? "m.bookedOn" : "m.happenedOn";
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

    private <T> List<Happened> find(String condition, T first, T last) {
        return entities.createQuery("""
                        select new id.smartkampung.village.book.MutationBooks$Happened(m, r)
                        from Mutation m join Resident r on r.id = m.residentId where\s""" + condition, Happened.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultList();
    }

    private List<Object> row(int number, Happened each, boolean whole, boolean undoing) {
        Mutation mutation = each.mutation();
        Resident resident = each.resident();
        boolean adding = mutation.kind.isAdding();
        boolean death = mutation.kind == MutationKind.DEATH;
        String where = where(mutation);
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

    /** Where from or where to: the exact words where there are some, else the area. */
    static String where(Mutation mutation) {
        if (mutation.otherArea == null) {
            return mutation.otherPlace;
        }
        String area = Readings.area(mutation.otherArea);
        return mutation.otherPlace == null ? area : mutation.otherPlace + ", " + area;
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
