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

    /** The counter for this classification; whoever needs several takes them in the order of their names. */
    String scope(String classification) {
        return Office.held().counterScope == Office.CounterScope.CLASSIFICATION ? classification : VILLAGE;
    }

    /**
     * The row of the counter stays locked until the commit: nobody gets the same number, a rollback gives it back. A day
     * before that of a letter that counts gives none, since a number must not be younger than the one before it.
     */
    @Transactional(TxType.MANDATORY)
    Given next(String classification, LocalDate today) {
        Office office = Office.held();
        String scope = scope(classification);
        int sequence = sequence(scope, classification, today);
        if (isBehind(today)) {
            throw new RefusedException("letter-clock-behind");
        }
        String number = NumberPattern.fill(office.numberPattern, classification, sequence, office.unitCode, today);
        while (isGiven(number)) {
            // another pattern wrote the same number earlier in the year
            sequence = sequence(scope, classification, today);
            number = NumberPattern.fill(office.numberPattern, classification, sequence, office.unitCode, today);
        }
        return new Given(scope, today.getYear(), sequence, number);
    }

    /**
     * Behind the last one of the counter and of the letters that are there: a counter that begins in the middle of the
     * year, or comes from a backup older than its letters, gives no number a second time. All letters of the village
     * count, whatever part of it whoever asks may see.
     */
    private int sequence(String scope, String classification, LocalDate today) {
        return ((Number) entities.createNativeQuery("""
                        insert into letter_counter as c (scope, year, last)
                        select :scope, :year, coalesce(max(l.sequence), 0) + 1
                        from public.letter l
                        where l.year = :year and (:scope = '*' or l.classification = :classification)
                        on conflict (scope, year) do update
                        set last = greatest(c.last + 1, excluded.last)
                        returning last
                        """)
                        .setParameter("scope", scope)
                        .setParameter("year", today.getYear())
                        .setParameter("classification", classification)
                        .getSingleResult())
                .intValue();
    }

    private boolean isGiven(String number) {
        return (Boolean) entities.createNativeQuery("select exists (select from public.letter where number = :number)")
                .setParameter("number", number)
                .getSingleResult();
    }

    /** Whether a letter that counts is of a later day; one that was given up holds nobody up. */
    private boolean isBehind(LocalDate today) {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select from public.letter where state <> 'CANCELLED' and issued_on > :today)")
                .setParameter("today", today)
                .getSingleResult();
    }
}
