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

    static String format(int year, int counter) {
        return String.format(Locale.ROOT, "%02d-%04d", year % CENTURY, counter);
    }
}
