package id.smartkampung.village.trust;

import id.smartkampung.model.event.KeyRotated;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.village.log.Outbox;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Lets this server sign with a new key from now on. The district learns of it from an event that the old one signs. */
@ApplicationScoped
public class KeyRotation {

    private final NodeKeys keys;
    private final EntityManager entities;
    private final Outbox outbox;
    private final Clock clock;

    KeyRotation(NodeKeys keys, EntityManager entities, Outbox outbox, Clock clock) {
        this.keys = keys;
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The file is there before the event is: a key that was announced and is lost would silence this village. */
    @Transactional
    public NodeKey rotate() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID id = UuidV7.at(now);
        NodeKey made = keys.make(id);
        RotatedKey row = new RotatedKey();
        row.id = id;
        row.publicKey = made.verifyKey().base64();
        row.madeAt = now;
        entities.persist(row);
        outbox.append(row);
        Log.infof("this server signs with key %s from its next event on", made.id());
        return made;
    }

    /** A rotation that this server lost and takes back with its log; the file of its key lies where it lay. */
    @Transactional(TxType.MANDATORY)
    public void takeBack(KeyRotated rotation, Instant madeAt) {
        RotatedKey row = new RotatedKey();
        row.id = rotation.rotationId();
        row.publicKey = rotation.publicKey();
        row.madeAt = madeAt;
        entities.persist(row);
    }
}
