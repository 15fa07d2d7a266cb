package id.smartkampung.district.inbox;

import id.smartkampung.district.apply.Applier;
import id.smartkampung.district.apply.ParkedEvents;
import id.smartkampung.district.apply.ParkedEvents.Parked;
import id.smartkampung.district.enrolment.CertificateProjection;
import id.smartkampung.district.erasure.WishProjection;
import id.smartkampung.district.greeting.ReceivedEvents;
import id.smartkampung.district.greeting.Reception;
import id.smartkampung.district.greeting.UntoldTable;
import id.smartkampung.district.lineage.LineageProjection;
import id.smartkampung.district.mall.MallProjection;
import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.outbox.DownLog;
import id.smartkampung.district.proof.ProofProjection;
import id.smartkampung.district.trust.VillageKeys;
import id.smartkampung.model.event.EventType;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.protocol.Arrival;
import id.smartkampung.model.protocol.Gate;
import id.smartkampung.model.protocol.Judgement;
import id.smartkampung.model.protocol.Suspect;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes what one village sent in one turn, each event once in effect, in one transaction: raw events, rows, totals and
 * cursor are there together or not at all. The village hears of it after the commit.
 */
@ApplicationScoped
class VillageInbox {

    private static final int TRANSACTION_SECONDS = 120;

    private final AgroalDataSource database;
    private final Applier applier;
    private final Reception reception;
    private final DownLog down;
    private final CommandLog commands;
    private final ProofProjection proofs;
    private final CertificateProjection certificates;
    private final MallProjection mall;
    private final WishProjection wishes;
    private final LineageProjection lineages;
    private final InboxConfig config;
    private final InboxMetrics metrics;
    private final Breaker breaker;
    private final Floods floods;
    private final Clock clock;

    VillageInbox(
            AgroalDataSource database,
            Applier applier,
            Reception reception,
            DownLog down,
            CommandLog commands,
            ProofProjection proofs,
            CertificateProjection certificates,
            MallProjection mall,
            WishProjection wishes,
            LineageProjection lineages,
            InboxConfig config,
            InboxMetrics metrics,
            Breaker breaker,
            Floods floods,
            Clock clock) {
        this.database = database;
        this.applier = applier;
        this.reception = reception;
        this.down = down;
        this.commands = commands;
        this.proofs = proofs;
        this.certificates = certificates;
        this.mall = mall;
        this.wishes = wishes;
        this.lineages = lineages;
        this.config = config;
        this.metrics = metrics;
        this.breaker = breaker;
        this.floods = floods;
        this.clock = clock;
    }

    /** Where a village stands, and what waits for a signed head: the next turn begins with it. */
    record Received(Cursor cursor, List<Arrival.Event> waiting) {}

    /** What a turn came to: where the village stands now, and what was found. */
    private record Turn(
            Cursor cursor, Judgement judgement, List<Parked> parked, Control.Proven proven, List<Control> answers) {

        Received received() {
            return new Received(cursor, judgement == null ? List.of() : judgement.waiting());
        }
    }

    /**
     * Receives records of one village in the order of its topic, those that waited since the last turn first.
     *
     * @return where the village stands now; empty when it is not registered or the intake is stopped, and unchanged
     *     when it is held
     * @throws SQLException when the database cannot do it now; nothing was changed then
     */
    Optional<Received> receive(NodeId node, String topicId, List<Arrival> arrivals) throws SQLException {
        Optional<Turn> turn;
        try {
            turn = QuarkusTransaction.requiringNew()
                    .timeout(TRANSACTION_SECONDS)
                    .call(() -> receiveInTransaction(node, topicId, arrivals));
        } catch (RuntimeException e) {
            throw new SQLException("events of village " + node + " cannot be stored now", e);
        }
        if (turn.isPresent() && turn.get().judgement() != null) {
            tell(turn.get());
        }
        return turn.map(Turn::received);
    }

    private Optional<Turn> receiveInTransaction(NodeId node, String topicId, List<Arrival> arrivals)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (breaker.isStopped(connection)) {
                return Optional.empty();
            }
            Optional<Cursor> locked = CursorTable.lock(connection, node, config.lockPatience());
            if (locked.isEmpty() || !locked.get().isReceiving()) {
                return locked.map(cursor -> new Turn(cursor, null, List.of(), null, List.of()));
            }
            Instant now = clock.instant();
            Cursor before = locked.get();
            Gate gate = new Gate(
                    new VillageSignatures(VillageKeys.of(connection, node)),
                    config.waitingEvents(),
                    config.waitingBytes().asLongValue());
            Judgement judgement = Judgement.of(
                    before.head(), arrivals, ReceivedEvents.hashes(connection, before.head(), arrivals), gate);
            boolean frozen = IncidentTable.store(connection, node, judgement.suspects(), now);
            frozen |= isClone(connection, judgement, topicId, now);
            List<Parked> parked = List.of();
            boolean paused = false;
            if (!judgement.accepted().isEmpty()) {
                ReceivedEvents.store(connection, judgement.accepted(), now);
                UntoldTable.follow(connection, judgement);
                parked = applier.apply(connection, node, judgement.envelopes());
                paused = !parked.isEmpty() && park(connection, node, parked, now);
            }
            Cursor after = new Cursor(
                    judgement.head(),
                    announced(before, judgement),
                    judgement.gapTo(before.gapTo()),
                    state(frozen, paused),
                    topicId,
                    offset(before, judgement, topicId, arrivals));
            CursorTable.store(connection, after, judgement, now);
            hear(connection, judgement);
            Control.Proven proven = proven(node, judgement);
            return Optional.of(new Turn(after, judgement, parked, proven, answers(connection, after, judgement)));
        }
    }

    private boolean isClone(Connection connection, Judgement judgement, String topicId, Instant now)
            throws SQLException {
        if (judgement.hello() == null) {
            return false;
        }
        Optional<Suspect> clone = reception.meet(connection, judgement.head(), topicId, judgement.hello());
        if (clone.isPresent()) {
            IncidentTable.store(connection, judgement.head().node(), List.of(clone.get()), now);
        }
        return clone.isPresent();
    }

    /** How far the village has obeyed us; whoever begins a session is told again what it may have missed. */
    private void hear(Connection connection, Judgement judgement) throws SQLException {
        NodeId node = judgement.head().node();
        if (judgement.hello() != null) {
            commands.missed(connection, node);
            lineages.missed(node);
        }
        Control.Head word = judgement.announced();
        if (word == null || word.applied() == null) {
            return;
        }
        if (commands.obeyed(connection, node, word.applied())) {
            proofs.beginAgain(node);
            mall.askAgain(node);
            wishes.askAgain(node);
            lineages.askAgain(node);
            certificates.lost(connection, node);
        } else {
            certificates.obeyed(connection, node, word.applied().head(node).position());
        }
    }

    /** Who said hello or lost something is answered; that a village is frozen is told to whoever listens. */
    private List<Control> answers(Connection connection, Cursor after, Judgement judgement) throws SQLException {
        boolean frozen = after.state() == Cursor.State.FROZEN;
        List<Control> answers = new ArrayList<>();
        if (judgement.hello() != null) {
            Control.Hello hello = (Control.Hello) judgement.hello().control();
            answers.add(reception.answer(connection, after.head(), hello, frozen));
        } else if (frozen) {
            answers.add(reception.frozen(after.head()));
        }
        if (judgement.tailWanted() != null && !frozen) {
            answers.add(reception.giveBack(connection, after.head(), judgement.tailWanted()));
        }
        return answers;
    }

    private Control.Proven proven(NodeId node, Judgement judgement) throws SQLException {
        boolean compared = judgement.envelopes().stream()
                .anyMatch(event -> event.type().equals(EventType.CHECKPOINT_V1.wireName()));
        return compared ? proofs.proven(node).orElse(null) : null;
    }

    /** Parks events; says whether there are so many that the village must wait for a person. */
    private boolean park(Connection connection, NodeId node, List<Parked> waiting, Instant now) throws SQLException {
        ParkedEvents.store(connection, node, waiting, now);
        return ParkedEvents.countSince(connection, node, now.minus(config.breakerWindow())) > config.breakerParked();
    }

    private static Cursor.State state(boolean frozen, boolean paused) {
        if (frozen) {
            return Cursor.State.FROZEN;
        }
        return paused ? Cursor.State.PAUSED : Cursor.State.RECEIVING;
    }

    private static LogPosition announced(Cursor before, Judgement judgement) {
        Control.Head word = judgement.announced();
        return word == null ? before.announced() : new LogPosition(word.epoch(), word.sequence());
    }

    /** While events are missing the hint stays before what was read in vain, if that is known in this topic. */
    private static long offset(Cursor before, Judgement judgement, String topicId, List<Arrival> arrivals) {
        boolean missing = judgement.gapTo(before.gapTo()) != null;
        if (missing && judgement.accepted().isEmpty() && topicId.equals(before.topicId())) {
            return before.offset();
        }
        // What waits is nowhere but in memory: it is read again by whoever goes on here.
        return judgement.waiting().isEmpty()
                ? arrivals.get(arrivals.size() - 1).offset() + 1
                : judgement.waiting().get(0).offset();
    }

    private void tell(Turn turn) throws SQLException {
        Cursor cursor = turn.cursor();
        Judgement judgement = turn.judgement();
        metrics.count(judgement, turn.parked().size());
        for (Judgement.Branch branch : judgement.branches()) {
            Log.warnf(
                    "village %s was restored and goes on after %d in a new epoch; %s is no longer its history",
                    cursor.head().node(), branch.common(), branch.left().position());
        }
        if (cursor.head().position().sequence() > 0) {
            if (turn.proven() != null) {
                down.proven(cursor.head().node(), turn.proven());
            }
            down.acknowledge(cursor.head());
        }
        turn.answers().forEach(word -> down.answer(cursor.head().node(), word));
        if (cursor.isReceiving() && (cursor.gapTo() != null || judgement.asksAgain())) {
            down.askAgain(cursor.head());
        }
        if (!cursor.isReceiving()) {
            Log.errorf(
                    "village %s is %s at %s",
                    cursor.head().node(), cursor.state(), cursor.head().position());
        }
        long causes =
                turn.parked().stream().filter(parked -> parked.code().isCause()).count();
        breaker.count(cursor.head().node(), judgement.accepted().size(), Math.toIntExact(causes));
        floods.count(cursor.head().node(), judgement.envelopes());
    }

    /** Whether the intake of all hubs is stopped. */
    boolean isStopped() throws SQLException {
        return breaker.isStopped();
    }

    /** Where villages stand, without a lock. */
    Map<NodeId, Cursor> cursors(List<NodeId> nodes) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return CursorTable.find(connection, nodes);
        }
    }
}
