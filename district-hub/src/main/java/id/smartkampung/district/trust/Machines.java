package id.smartkampung.district.trust;

import id.smartkampung.district.outbox.TopicEnds;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Guest;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The machines that have spoken as a village, and a person's word which of them is the village. */
@ApplicationScoped
public class Machines {

    private static final int CODE = 6;

    private final AgroalDataSource database;
    private final TopicEnds ends;
    private final Clock clock;

    Machines(AgroalDataSource database, TopicEnds ends, Clock clock) {
        this.database = database;
        this.ends = ends;
        this.clock = clock;
    }

    /** A machine as people tell it from another: the same code stands on its own screen. */
    public record Machine(String fingerprint) {

        public String code() {
            return fingerprint.substring(0, Math.min(CODE, fingerprint.length()));
        }
    }

    /** Those that have spoken, the last one first; at most one where nothing is to be chosen. */
    public List<Machine> of(NodeId node) {
        try (Connection connection = database.getConnection()) {
            Guest guest = GuestTable.find(connection, node);
            List<Machine> machines = new ArrayList<>();
            if (guest.fingerprint() != null) {
                machines.add(new Machine(guest.fingerprint()));
            }
            guest.before().stream()
                    .filter(before -> !before.equals(guest.fingerprint()))
                    .sorted()
                    .forEach(before -> machines.add(new Machine(before)));
            return machines;
        } catch (SQLException e) {
            throw new IllegalStateException("the machines of village " + node + " are not read", e);
        }
    }

    /**
     * This machine goes on; each of the others freezes the village when it speaks again. What any of them said until now
     * was said before a person looked, and counts no more.
     *
     * @return whether it could be done: the broker must say how far the topic goes
     */
    @Transactional(TxType.MANDATORY)
    public boolean pick(NodeId node, String fingerprint) {
        Optional<TopicEnds.End> end = ends.of(node);
        if (end.isEmpty()) {
            return false;
        }
        try (Connection connection = database.getConnection()) {
            Guest picked = GuestTable.find(connection, node).picked(fingerprint);
            Guest from = new Guest(
                    picked.fingerprint(),
                    picked.before(),
                    end.get().topicId(),
                    end.get().last());
            GuestTable.store(connection, node, from, clock.instant());
            return true;
        } catch (SQLException e) {
            throw new IllegalStateException("the machine of village " + node + " is not picked", e);
        }
    }
}
