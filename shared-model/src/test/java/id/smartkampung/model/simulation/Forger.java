package id.smartkampung.model.simulation;

import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import id.smartkampung.model.protocol.HeadSignature;
import java.time.Instant;
import java.util.UUID;

/** Somebody who reaches the topics of the villages, and has none of their keys that counts. */
final class Forger {

    static final String STOLEN_KEY = "stolen and revoked";

    private final Simulation simulation;
    private final World world;
    private final Broker broker;

    Forger(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world;
        this.broker = simulation.broker;
    }

    /** Somebody who reaches the topic writes what only the village may write. */
    void forge(Village village) {
        String up = Topics.up(village.node);
        LogHead head =
                world.chance(0.7) ? village.disk.head() : village.disk.at(world.below(village.disk.log.size() + 1));
        NodeId as = world.chance(0.2) ? new NodeId("35.10.01.2009") : village.node;
        for (int i = world.below(3); i >= 0; i--) {
            Envelope event = forged(as, head);
            HeadSignature signature = switch (world.below(4)) {
                case 0 -> Keyring.sign("a key of somebody", event.head());
                case 1 -> new HeadSignature(Simulation.FIRST_KEY, "bad");
                case 2 -> Keyring.sign(STOLEN_KEY, event.head());
                default -> null;
            };
            broker.append(up, Message.of(event, signature));
            head = event.head();
        }
    }

    /** The event that is due, signed with a key that is none of the village's. */
    void forgeNext(Village village, String key) {
        Envelope event = forged(village.node, simulation.hubDisk.shelves.get(village.node).applied);
        broker.append(Topics.up(village.node), Message.of(event, Keyring.sign(key, event.head())));
    }

    /** An event at a place that is filled already, signed by nobody. */
    void forgePast(Village village) {
        long applied =
                simulation.hubDisk.shelves.get(village.node).applied.position().sequence();
        Envelope event = forged(village.node, village.disk.at(world.below((int) applied)));
        broker.append(Topics.up(village.node), Message.of(event, null));
    }

    Envelope forged(NodeId as, LogHead head) {
        byte[] salt = new byte[Envelope.SALT_LENGTH];
        byte[] data = new Op(-1, "resident/0", 99, false).write();
        return new Envelope(
                as,
                head.position().next(),
                new UUID(world.bits(), 0),
                "resident-recorded.v1",
                "resident/0",
                Instant.EPOCH,
                head.hash(),
                Hash.sha256(salt, data),
                salt,
                data);
    }
}
