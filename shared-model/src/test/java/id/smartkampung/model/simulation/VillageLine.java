package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.simulation.Message.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The two topics of a village as its server uses them: what it says and sends goes up, what it hears comes down. */
final class VillageLine {

    private static final int BATCH = 5;
    private static final int READ = 50;

    private final World world;
    private final Broker broker;
    private final String up;
    private final String down;

    VillageLine(World world, Broker broker, NodeId node) {
        this.world = world;
        this.broker = broker;
        this.up = Topics.up(node);
        this.down = Topics.down(node);
    }

    /** Which topic is there to be written to; null when the broker has none. */
    String topic() {
        return broker.id(up);
    }

    void say(Word word) {
        broker.append(up, Message.of(word));
    }

    /** Sends a batch; says whether nothing is left. */
    boolean send(VillageDisk disk) {
        List<Envelope> batch = batch(disk);
        for (int i = 0; i < batch.size(); i++) {
            Envelope event = batch.get(i);
            boolean last = i == batch.size() - 1;
            boolean stored = broker.append(
                    up, Message.of(event, last ? Keyring.sign(disk.keyAt(event.position()), event.head()) : null));
            if (!stored) {
                return false;
            }
            if (last) {
                disk.sent = event.position();
            }
        }
        return batch.isEmpty();
    }

    /** A change of keys ends its batch: it is signed with the old one, and what follows with the new one. */
    private List<Envelope> batch(VillageDisk disk) {
        List<Envelope> batch = new ArrayList<>();
        for (Envelope event : disk.after(disk.sent, 1 + world.below(BATCH))) {
            batch.add(event);
            if (Op.read(event.data()).isKeyChange()) {
                return batch;
            }
        }
        return batch;
    }

    /** Hands over what came since the last time; the disk keeps how far that was. */
    void hear(VillageDisk disk, Consumer<Word> listener) {
        String topic = broker.id(down);
        if (topic == null) {
            return;
        }
        long from = broker.place(down, disk.downTopic, disk.downOffset);
        for (Broker.Placed placed : broker.read(down, topic, from, READ)) {
            listener.accept(placed.message().word());
            from = placed.offset() + 1;
        }
        disk.downTopic = topic;
        disk.downOffset = from;
    }
}
