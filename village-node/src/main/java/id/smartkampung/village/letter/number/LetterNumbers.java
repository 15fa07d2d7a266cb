package id.smartkampung.village.letter.number;

import id.smartkampung.village.office.NumberPattern;
import id.smartkampung.village.office.Office;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;

/** Gives each letter of a year the next number, of the whole village or of its classification. */
@ApplicationScoped
class LetterNumbers {

    private static final String VILLAGE = "*";

    private final EntityManager entities;

    LetterNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /** A number with the counter that gave it. */
    record Given(String scope, int year, int sequence, String number) {}

    /**
     * The row of the counter stays locked until the commit: nobody gets the same number, a rollback gives it back, and a
     * day before that of the last number gives none, since a number must not be younger than the one before it. A counter
     * goes on behind what the other way of counting has given, so that a change of it in the middle of a year doubles none.
     */
    @Transactional(TxType.MANDATORY)
    Given next(String classification, LocalDate today) {
        Office office = Office.held();
        boolean whole = office.counterScope == Office.CounterScope.VILLAGE;
        String scope = whole ? VILLAGE : classification;
        Object[] row = (Object[]) entities.createNativeQuery("""
                        insert into letter_counter as c (scope, year, last, last_on)
                        select :scope, :year, 1 + coalesce(max(sequence), 0), :today
                        from letter where year = :year and (:whole or classification = :classification)
                        on conflict (scope, year) do update
                        set last = greatest(c.last + 1, excluded.last), last_on = greatest(c.last_on, excluded.last_on)
                        returning last, last_on = :today
                        """)
                .setParameter("scope", scope)
                .setParameter("whole", whole)
                .setParameter("classification", classification)
                .setParameter("year", today.getYear())
                .setParameter("today", today)
                .getSingleResult();
        if (!(Boolean) row[1] || isBehind(scope, today)) {
            throw new RefusedException("letter-clock-behind");
        }
        int sequence = ((Number) row[0]).intValue();
        String number = NumberPattern.fill(office.numberPattern, classification, sequence, office.unitCode, today);
        return new Given(scope, today.getYear(), sequence, number);
    }

    /** Whether a counter of a later year has begun already. */
    private boolean isBehind(String scope, LocalDate today) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select from letter_counter where scope = :scope and last_on > :today)")
                .setParameter("scope", scope)
                .setParameter("today", today)
                .getSingleResult();
    }
}
