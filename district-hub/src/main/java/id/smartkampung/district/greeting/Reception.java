package id.smartkampung.district.greeting;

import id.smartkampung.district.outbox.HubKeys;
import id.smartkampung.district.trust.GuestTable;
import id.smartkampung.model.log.CarriedEvent;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.VerifyKey;
import id.smartkampung.model.protocol.Anchors;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.Guest;
import id.smartkampung.model.protocol.Guest.Greeting;
import id.smartkampung.model.protocol.Hello;
import id.smartkampung.model.protocol.Suspect;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers the hello of a village with what was applied of its log, and notices a second machine of the same name. */
@ApplicationScoped
public class Reception {

    private final HubKeys keys;
    private final Clock clock;

    Reception(HubKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Looks at who said hello.
     *
     * @return empty for the machine that we know or one that took its place, else why the village must be frozen
     */
    public Optional<Suspect> meet(Connection connection, LogHead applied, String topicId, Arrival.Word word)
            throws SQLException {
        NodeId node = applied.node();
        Control.Hello hello = (Control.Hello) word.control();
        Guest known = GuestTable.find(connection, node);
        Greeting greeting = known.greeting(topicId, word.offset(), hello.fingerprint());
        GuestTable.store(connection, node, known.after(topicId, word.offset(), hello.fingerprint()), clock.instant());
        if (greeting == Greeting.CHANGED && known.fingerprint() != null) {
            Log.warnf("village %s speaks from another machine or database than before", node);
        }
        return greeting == Greeting.CLONE
                ? Optional.of(new Suspect(
                        Suspect.Kind.CLONE,
                        applied.position().next(),
                        word.offset(),
                        "two machines speak in turn as this village"))
                : Optional.empty();
    }

    /** The answer, as of this transaction. */
    public Control.Welcome answer(Connection connection, LogHead applied, Control.Hello hello, boolean frozen)
            throws SQLException {
        List<LogHead> places =
                hello.places().stream().map(place -> place.head(applied.node())).toList();
        LogHead common = Anchors.common(applied, places, hashes(connection, applied.node()))
                .orElseGet(() -> LogHead.start(applied.node()));
        int untold = UntoldTable.find(connection, applied.node()).places().size();
        return welcome(hello.nonce(), applied, common, frozen, untold);
    }

    /** Tells whoever listens as this village that nothing more is taken; nobody asked. */
    public Control.Welcome frozen(LogHead applied) {
        return welcome(Hello.UNASKED, applied, LogHead.start(applied.node()), true, 0);
    }

    /** Tells whoever waits as this village that it may say hello again; nobody asked. */
    Control.Welcome released(LogHead applied) {
        return welcome(Hello.UNASKED, applied, LogHead.start(applied.node()), false, 0);
    }

    /** What the village lost, as much as fits into one word. */
    public Control.Tail giveBack(Connection connection, LogHead applied, Control.TailWanted wanted)
            throws SQLException {
        if (wanted.untoldAfter() != null) {
            return untold(connection, applied, wanted);
        }
        List<CarriedEvent> events =
                GivenBack.after(connection, applied, wanted.after().sequence());
        Log.infof(
                "village %s gets back %d events behind %d",
                applied.node(), events.size(), wanted.after().sequence());
        return new Control.Tail(applied.node(), wanted.nonce(), wanted.after(), events, clock.instant());
    }

    /** What it left behind a fork and has not told anew. */
    private Control.Tail untold(Connection connection, LogHead applied, Control.TailWanted wanted) throws SQLException {
        List<CarriedEvent> events = GivenBack.untold(connection, applied.node(), wanted.untoldAfter());
        Log.infof("village %s is told of %d subjects that it left", applied.node(), events.size());
        return new Control.Tail(
                applied.node(), wanted.nonce(), wanted.after(), events, clock.instant(), wanted.untoldAfter());
    }

    private Control.Welcome welcome(String nonce, LogHead applied, LogHead common, boolean frozen, int untold) {
        return new Control.Welcome(
                applied.node(),
                nonce,
                Control.Place.of(applied),
                Control.Place.of(common),
                frozen,
                keys.toPin().stream().map(VerifyKey::base64).toList(),
                clock.instant(),
                untold == 0 ? null : Integer.valueOf(untold));
    }

    private static Function<LogPosition, Optional<Hash>> hashes(Connection connection, NodeId node) {
        return position -> ReceivedEvents.hashAt(connection, node, position);
    }
}
