package id.smartkampung.district.inbox;

import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.protocol.Arrival;
import io.quarkus.logging.Log;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** The villages that one worker looks after, and where it reads each of them. */
final class Assignment implements ConsumerRebalanceListener {

    private final Consumer<byte[], byte[]> consumer;
    private final VillageInbox inbox;
    private final TopicIds topicIds;
    private final Backlog backlog;
    private final Map<TopicPartition, Place> places = new HashMap<>();
    private final Set<TopicPartition> unplaced = new HashSet<>();
    /** Not registered, paused or frozen: looked at again from time to time. */
    private final Set<TopicPartition> held = new HashSet<>();

    /** One village as it is read: which topic this is, where the village stands, what waits, when it was last heard. */
    static final class Place {
        final String topicId;
        Cursor cursor;
        List<Arrival.Event> waiting = List.of();
        long heardAt = System.nanoTime();

        Place(String topicId, Cursor cursor) {
            this.topicId = topicId;
            this.cursor = cursor;
        }
    }

    Assignment(Consumer<byte[], byte[]> consumer, VillageInbox inbox, TopicIds topicIds, Backlog backlog) {
        this.consumer = consumer;
        this.inbox = inbox;
        this.topicIds = topicIds;
        this.backlog = backlog;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : partitions) {
            displace(partition);
            if (!isVillage(partition)) {
                Log.warnf("topic %s belongs to no village", partition.topic());
                unplaced.remove(partition);
            }
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // Whoever gets them now need not wait for our lock.
        backlog.awaitEnd(partitions);
        partitions.forEach(partition -> {
            places.remove(partition);
            unplaced.remove(partition);
            held.remove(partition);
        });
    }

    /** Stops reading until the place to read is found again; the client insists on some position meanwhile. */
    void displace(TopicPartition partition) {
        consumer.seek(partition, 0);
        consumer.pause(Set.of(partition));
        places.remove(partition);
        held.remove(partition);
        unplaced.add(partition);
    }

    /** Stops reading a village that waits for a person. */
    void hold(TopicPartition partition) {
        displace(partition);
        unplaced.remove(partition);
        held.add(partition);
    }

    void lookAtHeldAgain() {
        unplaced.addAll(held);
        held.clear();
    }

    Place place(TopicPartition partition) {
        return places.get(partition);
    }

    Map<TopicPartition, Place> places() {
        return places;
    }

    /** Starts reading the villages that have no place yet, each where it stands in the database. */
    void placeAll() throws SQLException {
        if (unplaced.isEmpty()) {
            return;
        }
        List<TopicPartition> partitions = List.copyOf(unplaced);
        Map<NodeId, Cursor> cursors =
                inbox.cursors(partitions.stream().map(Assignment::node).toList());
        Map<String, String> ids =
                topicIds.of(partitions.stream().map(TopicPartition::topic).toList());
        Map<TopicPartition, Long> first = consumer.beginningOffsets(existing(partitions, ids));
        Map<TopicPartition, Long> end = consumer.endOffsets(first.keySet());
        for (TopicPartition partition : partitions) {
            Cursor cursor = cursors.get(node(partition));
            if (cursor == null || !cursor.isReceiving() || !first.containsKey(partition)) {
                hold(partition);
                continue;
            }
            String topicId = ids.get(partition.topic());
            consumer.seek(partition, offset(cursor, topicId, first.get(partition), end.get(partition)));
            consumer.resume(Set.of(partition));
            places.put(partition, new Place(topicId, cursor));
            unplaced.remove(partition);
        }
    }

    /** Begins again with villages whose topic was deleted and made again under our hands. */
    void checkTopics(Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<String, String> ids =
                topicIds.of(partitions.stream().map(TopicPartition::topic).toList());
        for (TopicPartition partition : partitions) {
            Place place = places.get(partition);
            if (place != null && !place.topicId.equals(ids.get(partition.topic()))) {
                displace(partition);
            }
        }
    }

    static NodeId node(TopicPartition partition) {
        return Topics.nodeOfUp(partition.topic());
    }

    private static boolean isVillage(TopicPartition partition) {
        try {
            node(partition);
            return partition.partition() == 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<TopicPartition> existing(List<TopicPartition> partitions, Map<String, String> ids) {
        List<TopicPartition> existing = new ArrayList<>(partitions);
        existing.removeIf(partition -> !ids.containsKey(partition.topic()));
        return existing;
    }

    /** The hint, as long as it belongs to this very topic and still lies in it; else the beginning. */
    private static long offset(Cursor cursor, String topicId, long first, long end) {
        if (topicId.equals(cursor.topicId()) && cursor.offset() <= end) {
            return Math.max(cursor.offset(), first);
        }
        if (cursor.topicId() != null && cursor.head().position().compareTo(LogPosition.START) > 0) {
            Log.infof(
                    "the topic of village %s is another one or shorter than before; read from its beginning",
                    cursor.head().node());
        }
        return first;
    }
}
