package id.smartkampung.model.simulation;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A broker that may do with records whatever a real one has been seen doing. */
final class Broker {

    private static final int SLOWEST = 4_000;

    private final World world;
    private final Map<String, Topic> topics = new TreeMap<>();
    private double misbehaves;
    private boolean damages;
    private int made;

    /** One partition; made anew it has another id and begins with offset 0. */
    private static final class Topic {
        final String id;
        final List<Message> messages = new ArrayList<>();
        long first;

        Topic(String id) {
            this.id = id;
        }
    }

    /** A record in its place. */
    record Placed(long offset, Message message) {}

    Broker(World world) {
        this.world = world;
    }

    /** How often something is done that was not asked for, and whether bits may flip. */
    void misbehave(double probability, boolean bitsFlip) {
        misbehaves = probability;
        damages = bitsFlip;
    }

    /** Makes the topics that are missing, as the hub does. */
    void make(NodeId node) {
        topics.computeIfAbsent(Topics.up(node), name -> new Topic("topic " + made++));
        topics.computeIfAbsent(Topics.down(node), name -> new Topic("topic " + made++));
    }

    String id(String topic) {
        Topic found = topics.get(topic);
        return found == null ? null : found.id;
    }

    /** Says whether the sender hears that it arrived; what really happened is another thing. */
    boolean append(String topic, Message message) {
        Topic to = topics.get(topic);
        if (to == null) {
            return false;
        }
        if (!world.chance(misbehaves)) {
            to.messages.add(message);
            return true;
        }
        switch (world.below(damages ? 7 : 6)) {
            case 0 -> {
                return false;
            }
            case 1 -> {
                to.messages.add(message);
                return false;
            }
            case 2 -> {
                return true;
            }
            case 3 -> {
                to.messages.add(message);
                to.messages.add(message);
            }
            case 4 -> {
                to.messages.add(message);
                world.after(world.below(SLOWEST), () -> to.messages.add(message));
            }
            case 5 -> world.after(world.below(SLOWEST), () -> to.messages.add(message));
            default -> to.messages.add(message.damaged(world));
        }
        return true;
    }

    /** The next records of a topic; nothing when it is another one or gone. */
    List<Placed> read(String topic, String id, long from, int most) {
        Topic found = topics.get(topic);
        List<Placed> placed = new ArrayList<>();
        if (found == null || !found.id.equals(id)) {
            return placed;
        }
        long first = Math.max(from, found.first);
        for (long offset = first; offset < found.messages.size() && placed.size() < most; offset++) {
            placed.add(new Placed(offset, found.messages.get((int) offset)));
        }
        return placed;
    }

    /** Where to read: the hint while it lies in this very topic, else the beginning. */
    long place(String topic, String hintId, long hint) {
        Topic found = topics.get(topic);
        boolean good = found != null && found.id.equals(hintId) && hint <= found.messages.size();
        return good ? hint : 0;
    }

    /** Everything is gone. */
    void wipe() {
        topics.clear();
    }

    void delete(String topic) {
        topics.remove(topic);
    }

    /** The last records were acknowledged and are gone all the same. */
    void loseTail(String topic, int records) {
        Topic found = topics.get(topic);
        if (found != null) {
            List<Message> messages = found.messages;
            messages.subList(Math.max(0, messages.size() - records), messages.size())
                    .clear();
        }
    }

    /** The oldest records have passed their time. */
    void expire(String topic) {
        Topic found = topics.get(topic);
        if (found != null) {
            found.first = found.messages.size();
        }
    }

    /** All that lies in a topic, for who wants to send it once more. */
    List<Message> lying(String topic) {
        Topic found = topics.get(topic);
        return found == null ? List.of() : List.copyOf(found.messages);
    }
}
