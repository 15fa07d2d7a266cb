package id.smartkampung.district.deposit;

import id.smartkampung.district.web.Reading;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;

/** Tells pages what is kept of a village. */
@ApplicationScoped
@Named("deposits")
public class DepositQueries {

    private final Reading reading;
    private final LetterDeposits letters;

    DepositQueries(Reading reading, LetterDeposits letters) {
        this.reading = reading;
        this.letters = letters;
    }

    /** How many signed letters of a village lie here. */
    public LetterDeposits.Balance lettersOf(NodeId node) {
        return letters.balance(node);
    }

    /** When the last backup that lies here was made, null when there is none. */
    public Instant lastOf(NodeId node) {
        return reading.first(
                        row -> Reading.instant(row, "taken_at"),
                        "select taken_at from village_backup where node = ? order by deposited_at desc limit 1",
                        node.value())
                .orElse(null);
    }
}
