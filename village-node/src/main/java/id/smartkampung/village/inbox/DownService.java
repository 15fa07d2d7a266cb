package id.smartkampung.village.inbox;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.EnvelopeFormatException;
import id.smartkampung.village.greeting.Welcomes;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.sync.Receipts;
import id.smartkampung.village.sync.SyncStatus;
import id.smartkampung.village.trust.PinnedDistrict;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Obeys what the district says, and keeps in the same transaction how far it has listened. */
@ApplicationScoped
class DownService {

    private static final String POSITION =
            "select down_offset from log_state where node = ? and down_topic_id = ? and down_offset is not null";

    private static final String MOVE = "update log_state set down_topic_id = ?, down_offset = ? where node = ?";

    private final DataSource database;
    private final Receipts receipts;
    private final Welcomes welcomes;
    private final CommandInbox commands;
    private final SyncStatus line;
    private final TailInbox tail;
    private final PinnedDistrict district;
    private final VillageProfile village;

    DownService(
            DataSource database,
            Receipts receipts,
            Welcomes welcomes,
            CommandInbox commands,
            SyncStatus line,
            TailInbox tail,
            PinnedDistrict district,
            VillageProfile village) {
        this.database = database;
        this.receipts = receipts;
        this.welcomes = welcomes;
        this.commands = commands;
        this.line = line;
        this.tail = tail;
        this.district = district;
        this.village = village;
    }

    /** Where to go on in this topic; nothing when it is another one than the last time. */
    OptionalLong position(String topicId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(POSITION)) {
            select.setString(1, village.node().value());
            select.setString(2, topicId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the position in the down topic was not read", e);
        }
    }

    /** Takes a batch. Of each kind of word the latest wins; what is given back comes in parts. */
    @Transactional
    void take(List<ConsumerRecord<String, byte[]>> records, String topicId) {
        Control.Ack ack = null;
        Control.Nak nak = null;
        Control.Welcome welcome = null;
        List<Envelope> asked = new ArrayList<>();
        List<Control.Tail> tails = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.headers().lastHeader(Control.HEADER) == null) {
                command(record).ifPresent(asked::add);
                continue;
            }
            Control control = control(record).orElse(null);
            if (control instanceof Control.Ack latest) {
                ack = latest;
            } else if (control instanceof Control.Nak latest) {
                nak = latest;
            } else if (control instanceof Control.Welcome latest) {
                welcome = latest;
            } else if (control instanceof Control.Tail part) {
                tails.add(part);
            }
        }
        if (ack != null) {
            receipts.acknowledged(ack);
        }
        if (nak != null) {
            receipts.missing(nak);
        }
        if (welcome != null) {
            welcomes.heard(welcome);
        }
        tails.forEach(tail::take);
        // What is not obeyed now the district sends again when it has heard our head.
        if (!asked.isEmpty() && line.mayAnnounce()) {
            commands.take(asked);
        }
        moveTo(records.get(records.size() - 1).offset() + 1, topicId);
    }

    /** Each command is signed by itself: they are few, and one must not wait for the next. */
    private Optional<Envelope> command(ConsumerRecord<String, byte[]> record) {
        try {
            Envelope event = Attributes.read(name -> value(record, name), record.value());
            String keyId = header(record, Attributes.KEY_ID);
            if (!district.signed(event.head(), keyId, header(record, Attributes.SIGNATURE))) {
                Log.warnf("UNTRUSTED: record %d of the down topic is not signed by the district", record.offset());
                return Optional.empty();
            }
            return Optional.of(event);
        } catch (EnvelopeFormatException e) {
            Log.warnf("record %d of the down topic is not understood: %s", record.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private static byte[] value(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : header.value();
    }

    /** What is not signed by the district is not its word. */
    private Optional<Control> control(ConsumerRecord<String, byte[]> record) {
        String kind = header(record, Control.HEADER);
        if (kind.isEmpty() || record.value() == null) {
            Log.warnf("record %d of the down topic is no word that we know", record.offset());
            return Optional.empty();
        }
        String keyId = header(record, Control.KEY_ID);
        if (!district.signed(kind, record.value(), keyId, header(record, Control.SIGNATURE))) {
            Log.warnf("UNTRUSTED: record %d of the down topic is not signed by the district", record.offset());
            return Optional.empty();
        }
        try {
            return Optional.of(Control.read(kind, record.value()));
        } catch (EnvelopeFormatException e) {
            Log.warnf("record %d of the down topic is not understood: %s", record.offset(), e.getMessage());
            return Optional.empty();
        }
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private void moveTo(long offset, String topicId) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setString(1, topicId);
            update.setLong(2, offset);
            update.setString(3, village.node().value());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the position in the down topic was not kept", e);
        }
    }
}
