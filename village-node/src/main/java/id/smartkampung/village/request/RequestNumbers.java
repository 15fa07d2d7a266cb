package id.smartkampung.village.request;

import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Locale;

/** Gives each request of a year the next number. */
@ApplicationScoped
class RequestNumbers {

    private static final int CENTURY = 100;
    private static final int BEGINNING = 2000;

    private final EntityManager entities;

    RequestNumbers(EntityManager entities) {
        this.entities = entities;
    }

    /** The row of the year stays locked until the commit: nobody gets the same number, and a rollback gives it back. */
    @Transactional(TxType.MANDATORY)
    String next(Instant at) {
        int year = Wib.dateOf(at).getYear();
        int counter = ((Number) entities.createNativeQuery("""
                        insert into request_counter as c (year, last) values (:year, 1)
                        on conflict (year) do update set last = c.last + 1
                        returning last
                        """)
                        .setParameter("year", year)
                        .getSingleResult())
                .intValue();
        return format(year, counter);
    }

    /** A number that was given and is not known here: none up to it is given again. */
    @Transactional(TxType.MANDATORY)
    void given(String number) {
        int dash = number.indexOf('-');
        int year = BEGINNING + Integer.parseInt(number.substring(0, dash));
        entities.createNativeQuery("""
                        insert into request_counter as c (year, last) values (:year, :last)
                        on conflict (year) do update set last = greatest(c.last, excluded.last)
                        """)
                .setParameter("year", year)
                .setParameter("last", Integer.parseInt(number.substring(dash + 1)))
                .executeUpdate();
    }

    static String format(int year, int counter) {
        return String.format(Locale.ROOT, "%02d-%04d", year % CENTURY, counter);
    }
}
