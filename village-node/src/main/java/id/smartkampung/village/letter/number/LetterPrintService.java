package id.smartkampung.village.letter.number;

import id.smartkampung.village.paper.MarginMark;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Counts the printed sheets of a letter; from the second on each says which it is, when and by whom. */
@ApplicationScoped
public class LetterPrintService {

    private final EntityManager entities;
    private final Texts texts;
    private final Clock clock;

    LetterPrintService(EntityManager entities, Texts texts, Clock clock) {
        this.entities = entities;
        this.texts = texts;
        this.clock = clock;
    }

    /** A sheet that is about to be printed, and what its margin says; nothing on the first. */
    record Print(int copy, String mark) {}

    /** The lock of the letter holds the count: two who print at once get different sheets. */
    @Transactional
    Print next(UUID letterId, boolean forPen, String username) {
        if (entities.find(Letter.class, letterId, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new NotFoundException();
        }
        Instant now = clock.instant();
        int copy = ((Number) entities.createNativeQuery("""
                        insert into letter_print (letter_id, copy, at, username, for_pen)
                        select :letter, 1 + count(*), :now, :username, :pen
                        from letter_print where letter_id = :letter and for_pen = :pen
                        returning copy
                        """)
                        .setParameter("letter", letterId)
                        .setParameter("now", now)
                        .setParameter("username", username)
                        .setParameter("pen", forPen)
                        .getSingleResult())
                .intValue();
        return new Print(copy, copy == 1 ? "" : texts.of("letter.reprint", copy, Wib.dateTime(now), username));
    }

    /** The sheet as it goes to the printer. */
    byte[] marked(byte[] pdf, Print print) {
        return print.mark().isEmpty() ? pdf : MarginMark.on(pdf, print.mark());
    }
}
