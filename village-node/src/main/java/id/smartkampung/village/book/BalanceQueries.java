package id.smartkampung.village.book;

import id.smartkampung.model.change.MutationKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what the balance of a month is worked out from. Temporary residents stand in a book of their own. */
@ApplicationScoped
public class BalanceQueries {

    /** Who counts now, and how many of them are heads: alive, here, for good. */
    private static final String NOW = """
            select coalesce(r.dusun, '') as dusun, r.sex, r.citizenship, count(*),
                count(*) filter (where r.relationship = 1)
            from resident r where r.base_status = 1 and r.residency = 1 group by 1, 2, 3
            """;

    /**
     * What changed the number, with its day; an undoing is one of its own where the book goes by the report. Sex,
     * citizenship and dusun are those of the person today, so that a correction moves no one in and out.
     */
    private static final String FLOW = """
            select coalesce(r.dusun, '') as dusun, r.sex, r.citizenship, r.id, f.kind, f.day, f.amount
            from (select resident_id, kind, case when :reported then booked_on else happened_on end as day, 1 as amount
                from mutation where counted and (:reported or undone_at is null)
                union all
                select resident_id, kind, cast(undone_at at time zone 'Asia/Jakarta' as date), -1
                from mutation where counted and :reported and undone_at is not null) f
            join resident r on r.id = f.resident_id
            where f.day >= :first
            """;

    private static final String FLOWS = """
            select dusun, sex, citizenship, kind, day > :last as later, sum(amount)
            from (%s) f group by 1, 2, 3, 4, 5
            """.formatted(FLOW);

    /**
     * By how much the heads of today are more than those at the end of a day, by what the history says they were to their
     * families then. Who became head by a mutation did so in the month of that mutation, also where it was typed a few
     * days later. Only those are looked at to whom something happened since: few, of a large village.
     */
    private static final String HEADS_SINCE = """
            with moved as (
                select id, sum(case when kind in ('BIRTH', 'ARRIVAL', 'RETURN') then amount else -amount end) as effect
                from (%s) f group by id),
            changed as (
                select distinct on (c.subject_id) c.subject_id as id, c.old_value from field_change c
                where c.subject_kind = 'resident' and c.field = 'relationship'
                    and c.at >= cast(cast(:first as date) as timestamp) at time zone 'Asia/Jakarta'
                    and not exists (
                        select from mutation_effect e join mutation m on m.id = e.mutation_id
                        where e.subject_id = c.subject_id and e.field = 'relationship'
                            and c.at between m.recorded_at and e.at
                            and case when :reported then m.booked_on < :first
                                else m.undone_at is null and m.happened_on < :first end)
                order by c.subject_id, c.id),
            touched as (
                select coalesce(m.id, c.id) as id, coalesce(m.effect, 0) as effect, c.id is not null as changed, c.old_value
                from moved m full join changed c on c.id = m.id),
            state as (
                select coalesce(r.dusun, '') as dusun,
                    case when r.base_status = 1 and r.residency = 1 then 1 else 0 end as here, t.effect,
                    coalesce(r.relationship = 1, false) as head,
                    coalesce(case when t.changed then t.old_value = '1' else r.relationship = 1 end, false) as headed
                from touched t join resident r on r.id = t.id)
            select dusun, sum(case when head then here else 0 end) - count(*) filter (where headed and here - effect = 1)
            from state group by 1
            """.formatted(FLOW);

    private final EntityManager entities;

    BalanceQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** The balance of each dusun, in alphabetical order; the empty name for those who have none. */
    public Map<String, Balance> byDusun(YearMonth month, Basis basis) {
        LocalDate first = month.atDay(1);
        LocalDate next = month.plusMonths(1).atDay(1);
        Map<String, Counts> now = new TreeMap<>();
        Map<String, Long> heads = new TreeMap<>();
        for (Object[] row : rows(entities.createNativeQuery(NOW, Object[].class))) {
            String dusun = (String) row[0];
            now.merge(
                    dusun,
                    Counts.of(Group.of((Number) row[1], (Number) row[2]), ((Number) row[3]).longValue()),
                    Counts::plus);
            heads.merge(dusun, ((Number) row[4]).longValue(), Long::sum);
        }
        Map<String, Map<MutationKind, Counts>> during = new TreeMap<>();
        Map<String, Map<MutationKind, Counts>> since = new TreeMap<>();
        for (Object[] row : rows(query(FLOWS, basis, first).setParameter("last", month.atEndOfMonth()))) {
            Map<String, Map<MutationKind, Counts>> where = (Boolean) row[4] ? since : during;
            where.computeIfAbsent((String) row[0], dusun -> new EnumMap<>(MutationKind.class))
                    .merge(
                            MutationKind.valueOf((String) row[3]),
                            Counts.of(Group.of((Number) row[1], (Number) row[2]), ((Number) row[5]).longValue()),
                            Counts::plus);
            now.putIfAbsent((String) row[0], Counts.NONE);
        }
        Map<String, Long> sinceFirst = headsSince(basis, first);
        Map<String, Long> sinceNext = headsSince(basis, next);
        Map<String, Balance> balances = new TreeMap<>();
        now.forEach((dusun, counts) -> balances.put(
                dusun,
                Balance.of(
                        counts,
                        during.getOrDefault(dusun, Map.of()),
                        since.getOrDefault(dusun, Map.of()),
                        heads.getOrDefault(dusun, 0L) - sinceFirst.getOrDefault(dusun, 0L),
                        heads.getOrDefault(dusun, 0L) - sinceNext.getOrDefault(dusun, 0L))));
        return balances;
    }

    private Map<String, Long> headsSince(Basis basis, LocalDate first) {
        Map<String, Long> heads = new TreeMap<>();
        for (Object[] row : rows(query(HEADS_SINCE, basis, first))) {
            heads.put((String) row[0], ((Number) row[1]).longValue());
        }
        return heads;
    }

    private Query query(String sql, Basis basis, LocalDate first) {
        return entities.createNativeQuery(sql, Object[].class)
                .setParameter("reported", basis == Basis.REPORTED)
                .setParameter("first", first);
    }

    private static List<Object[]> rows(Query query) {
        List<Object[]> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }
}
