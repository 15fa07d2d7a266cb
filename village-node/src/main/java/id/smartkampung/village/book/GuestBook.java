package id.smartkampung.village.book;

import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.Resident;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** B.4, who stays for a while: one row for each stay. */
@ApplicationScoped
class GuestBook {

    /**
     * A stay begins with an arrival, a return or a birth of a temporary resident. It ends with the first mutation after it
     * that takes the person away, or with the one by which they stay for good. Who was entered without an arrival is here
     * since nobody knows when, until they leave.
     */
    private static final String STAYS = """
            with held as (
                select *, kind in ('BIRTH', 'ARRIVAL', 'RETURN') as adding from mutation where undone_at is null),
            stay as (
                select m.id, m.resident_id, m.happened_on as came, (
                    select n.happened_on from held n
                    where n.resident_id = m.resident_id and n.recorded_at > m.recorded_at
                        and (not n.adding or n.residency = 1)
                    order by n.recorded_at limit 1) as went
                from held m where m.adding and m.residency = 2
                union all
                select null, n.resident_id, null, n.happened_on
                from held n
                where (not n.adding and n.residency = 2 or n.adding and n.residency = 1 and exists (
                        select from mutation_effect e where e.mutation_id = n.id and e.field = 'residency'))
                    and not exists (
                        select from held o where o.resident_id = n.resident_id and o.recorded_at < n.recorded_at)
                union all
                select null, r.id, null, null
                from resident r where r.base_status = 1 and r.residency = 2
                    and not exists (select from held o where o.resident_id = r.id))
            select id, resident_id, went from stay
            where (came is null or came <= :last) and (went is null or went >= :first)
            order by came nulls first, resident_id
            """;

    private final EntityManager entities;

    GuestBook(EntityManager entities) {
        this.entities = entities;
    }

    /** Temporary residents who were here on some day of the month. */
    BookRows rows(BookScope scope) {
        List<List<Object>> rows = new ArrayList<>();
        List<?> stays = entities.createNativeQuery(STAYS, Object[].class)
                .setParameter("first", scope.month().atDay(1))
                .setParameter("last", scope.month().atEndOfMonth())
                .getResultList();
        for (Object each : stays) {
            Object[] stay = (Object[]) each;
            Mutation arrival = stay[0] == null ? new Mutation() : entities.find(Mutation.class, stay[0]);
            Resident guest = entities.find(Resident.class, stay[1]);
            LocalDate left = stay[2] == null ? null : LocalDate.parse(stay[2].toString());
            rows.add(row(rows.size() + 1, arrival, guest, left, scope.whole()));
        }
        return BookRows.all(rows);
    }

    private static List<Object> row(int number, Mutation arrival, Resident guest, LocalDate left, boolean whole) {
        String nik = null;
        if (guest.nik != null) {
            nik = whole ? guest.nik.value() : guest.nik.masked();
        }
        return Arrays.asList(
                number,
                guest.fullName,
                guest.sex == Sex.MALE ? 1 : null,
                guest.sex == Sex.FEMALE ? 1 : null,
                nik,
                BirthCell.of(guest, whole),
                Readings.readable(guest.occupation),
                Readings.readable(guest.citizenship),
                guest.ethnicity,
                MutationBooks.where(arrival),
                arrival.purpose,
                arrival.place,
                arrival.happenedOn,
                left,
                null);
    }
}
