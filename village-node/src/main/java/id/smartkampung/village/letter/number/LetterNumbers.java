package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.village.office.NumberPattern;
import id.smartkampung.village.office.Office;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;

/** Gives each letter of a year the next number, of the whole village or of its type. */
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
     * day before that of the last number gives none, since a number must not be younger than the one before it.
     */
    @Transactional(TxType.MANDATORY)
    Given next(LetterKind kind, String classification, LocalDate today) {
        Office office = Office.get();
        String scope = scope(office, kind);
        Object[] row = (Object[]) entities.createNativeQuery("""
                        insert into letter_counter as c (scope, year, last, last_on) values (:scope, :year, 1, :today)
                        on conflict (scope, year) do update
                        set last = c.last + 1, last_on = greatest(c.last_on, excluded.last_on)
                        returning last, last_on = :today
                        """)
                .setParameter("scope", scope)
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

    /** A letter came back with its number, which is given to no other; the counter that gave it is that of today. */
    @Transactional(TxType.MANDATORY)
    String given(LetterKind kind, int year, int sequence, LocalDate day) {
        String scope = scope(Office.get(), kind);
        entities.createNativeQuery("""
                        insert into letter_counter as c (scope, year, last, last_on)
                        values (:scope, :year, :sequence, :day)
                        on conflict (scope, year) do update
                        set last = greatest(c.last, excluded.last), last_on = greatest(c.last_on, excluded.last_on)
                        """)
                .setParameter("scope", scope)
                .setParameter("year", year)
                .setParameter("sequence", sequence)
                .setParameter("day", day)
                .executeUpdate();
        return scope;
    }

    String scope(LetterKind kind) {
        return scope(Office.get(), kind);
    }

    private static String scope(Office office, LetterKind kind) {
        return office.counterScope == Office.CounterScope.TYPE ? kind.code() : VILLAGE;
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
