package id.smartkampung.district.inbox;

import id.smartkampung.district.intake.IntakeHealth;
import id.smartkampung.district.outbox.DownLog;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.protocol.Arrival;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.TopicPartition;

/** The villages of one consumer: who may speak next, what is applied at once, and what beside. */
final class InboxRound implements AutoCloseable {

    /** How soon a long turn that has ended makes room for the next. */
    private static final Duration LOOK_AT_BACKLOG = Duration.ofMillis(20);

    private final String name;
    private final InboxConfig config;
    private final Consumer<byte[], byte[]> consumer;
    private final VillageInbox inbox;
    private final DownLog down;
    private final IntakeHealth health;
    private final Backoff backoff;
    private final Assignment assignment;
    private final Turns turns;
    private final Backlog backlog;

    private long lookAgainAt;

    InboxRound(
            String name,
            InboxConfig config,
            Consumer<byte[], byte[]> consumer,
            VillageInbox inbox,
            TopicIds topicIds,
            DownLog down,
            IntakeHealth health,
            Backoff backoff) {
        this.name = name;
        this.config = config;
        this.consumer = consumer;
        this.inbox = inbox;
        this.down = down;
        this.health = health;
        this.backoff = backoff;
        this.backlog = new Backlog(name + "-backlog");
        this.assignment = new Assignment(consumer, inbox, topicIds, backlog);
        this.turns = new Turns(config.presentEvents());
        consumer.subscribe(Topics.ALL_UP, assignment);
    }

    /** Goes round once: what has ended is taken over, then whoever may speak is heard. */
    void go() throws SQLException {
        try {
            settle();
            if (mayWork()) {
                assignment.placeAll();
                lookAround();
                letSpeak();
            }
            take(consumer.poll(backlog.isBusy() ? LOOK_AT_BACKLOG : config.pollTimeout()));
        } catch (InvalidOffsetException e) {
            // The topic ends before the place or begins after it; where to go on is looked up anew.
            e.partitions().forEach(assignment::displace);
        }
    }

    private boolean mayWork() {
        if (!backoff.isWaiting()) {
            return true;
        }
        if (!backoff.ends()) {
            return false;
        }
        consumer.resume(assignment.places().keySet());
        return true;
    }

    /** Records of the others stay where they are, also those that were fetched already. */
    private void letSpeak() {
        Set<TopicPartition> villages = assignment.places().keySet();
        Set<TopicPartition> speaking =
                turns.next(villages, village -> consumer.currentLag(village).orElse(0), backlog.room());
        speaking.removeAll(backlog.villages());
        Set<TopicPartition> silent = new HashSet<>(villages);
        silent.removeAll(speaking);
        consumer.pause(silent);
        consumer.resume(speaking);
    }

    private void take(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        List<TopicPartition> villages = new ArrayList<>(records.partitions());
        // Who brings little is served first: that is present work, the others have waited anyway.
        villages.sort(
                Comparator.comparingInt(village -> records.records(village).size()));
        for (int i = 0; i < villages.size(); i++) {
            TopicPartition village = villages.get(i);
            List<ConsumerRecord<byte[], byte[]>> fetched = records.records(village);
            Assignment.Place place = assignment.place(village);
            turns.served(village);
            if (place == null) {
                continue;
            }
            if (fetched.size() > config.presentEvents()) {
                beginLong(village, place, fetched);
                continue;
            }
            try {
                took(village, place, receive(village, place.topicId, place.waiting, fetched));
            } catch (SQLException e) {
                if (isLeftAlone(village, e)) {
                    continue;
                }
                for (TopicPartition later : villages.subList(i, villages.size())) {
                    consumer.seek(later, records.records(later).get(0).offset());
                }
                throw e;
            }
        }
    }

    private void beginLong(
            TopicPartition village, Assignment.Place place, List<ConsumerRecord<byte[], byte[]>> fetched) {
        consumer.pause(Set.of(village));
        long first = fetched.get(0).offset();
        if (backlog.room() <= 0) {
            // How much there is was not known before; it stays in its topic until there is room.
            consumer.seek(village, first);
            return;
        }
        List<Arrival.Event> waiting = place.waiting;
        backlog.begin(village, place, first, () -> {
            health.turn(name + "-backlog");
            try {
                return receive(village, place.topicId, waiting, fetched);
            } finally {
                health.ends(name + "-backlog");
            }
        });
    }

    /** Takes over what came of long turns. */
    private void settle() throws SQLException {
        SQLException failure = null;
        for (Backlog.Ended ended : backlog.ended()) {
            if (assignment.place(ended.village()) != ended.place()) {
                // It went to another worker meanwhile, or is read anew: where it stands is in the database.
                continue;
            }
            if (ended.failure() == null) {
                took(ended.village(), ended.place(), ended.received());
            } else if (!isLeftAlone(ended.village(), ended.failure())) {
                consumer.seek(ended.village(), ended.offset());
                failure = ended.failure();
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** A hub that stands still in the middle of a turn keeps this village, and no other waits for it. */
    private boolean isLeftAlone(TopicPartition village, SQLException failure) {
        if (!CursorTable.isLockedOut(failure)) {
            return false;
        }
        Log.warnf("topic %s is left alone for a while: somebody keeps its village", village.topic());
        assignment.hold(village);
        return true;
    }

    private Optional<VillageInbox.Received> receive(
            TopicPartition village,
            String topicId,
            List<Arrival.Event> waiting,
            List<ConsumerRecord<byte[], byte[]>> records)
            throws SQLException {
        List<Arrival> arrivals = new ArrayList<>(waiting.size() + records.size());
        arrivals.addAll(waiting);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            arrivals.add(Records.arrival(record));
        }
        return inbox.receive(Assignment.node(village), topicId, arrivals);
    }

    private void took(TopicPartition village, Assignment.Place place, Optional<VillageInbox.Received> received) {
        backoff.reset();
        health.works(name);
        if (received.isEmpty() || !received.get().cursor().isReceiving()) {
            assignment.hold(village);
            return;
        }
        place.cursor = received.get().cursor();
        place.waiting = received.get().waiting();
        place.heardAt = System.nanoTime();
    }

    /** Asks again for what is known to be missing and does not come, and looks at villages that were held. */
    private void lookAround() throws SQLException {
        long now = System.nanoTime();
        if (now - lookAgainAt < 0) {
            return;
        }
        lookAgainAt = now + config.lookAgainEvery().toNanos();
        if (!inbox.isStopped()) {
            assignment.lookAtHeldAgain();
        }
        List<TopicPartition> missing = new ArrayList<>();
        for (Map.Entry<TopicPartition, Assignment.Place> entry :
                assignment.places().entrySet()) {
            Assignment.Place place = entry.getValue();
            // What is being applied may bring it too.
            boolean busy = backlog.villages().contains(entry.getKey());
            boolean silent = now - place.heardAt > config.headPatience().toNanos();
            // What still lies in the topic may bring it; asked for now, it would only come twice.
            boolean drained = consumer.currentLag(entry.getKey()).orElse(0) == 0;
            if (place.cursor.isBehind() && silent && drained && !busy) {
                missing.add(entry.getKey());
                down.askAgain(place.cursor.head());
            }
        }
        assignment.checkTopics(missing);
    }

    @Override
    public void close() {
        backlog.close();
    }
}
