package id.smartkampung.district.inbox;

import id.smartkampung.deploy.testsupport.Databases;
import id.smartkampung.model.event.DistrictEvent;
import id.smartkampung.model.event.DistrictEventType;
import id.smartkampung.model.event.EventFormatException;
import id.smartkampung.model.event.EventJson;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What village and district say to each other until neither has anything left to say. */
@ApplicationScoped
class Dialogue {

    private static final int ROUNDS = 40;

    private final VillageInbox inbox;
    private final Map<ProvingVillage, Long> obeyed = new HashMap<>();

    Dialogue(VillageInbox inbox) {
        this.inbox = inbox;
    }

    /** Delivers and obeys; says how many bytes of events and commands it took. */
    long settle(ProvingVillage village) throws SQLException {
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            bytes += deliver(village);
            List<DistrictEvent> commands = commands(village);
            if (commands.isEmpty()) {
                return bytes;
            }
            for (DistrictEvent command : commands) {
                bytes += EventJson.write(command).length;
                command.accept(village);
            }
        }
        throw new AssertionError("they are still talking");
    }

    long deliver(ProvingVillage village) throws SQLException {
        var events = village.undelivered();
        if (!events.isEmpty()) {
            inbox.receive(village.log().node(), "topic-a", village.log().arriving(events));
        }
        return events.stream().mapToLong(event -> event.data().length).sum();
    }

    /** What was asked of the village since the last time. */
    List<DistrictEvent> commands(ProvingVillage village) throws SQLException {
        List<DistrictEvent> commands = new ArrayList<>();
        try (Connection connection = Databases.district().asApp();
                PreparedStatement select = connection.prepareStatement(
                        "select sequence, type, data from down_event where node = ? and sequence > ? order by sequence")) {
            select.setString(1, village.log().node().value());
            select.setLong(2, obeyed.getOrDefault(village, 0L));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    obeyed.put(village, row.getLong(1));
                    commands.add(EventJson.read(
                            DistrictEventType.ofWireName(row.getString(2)).orElseThrow(), row.getBytes(3)));
                }
            }
        } catch (EventFormatException e) {
            throw new AssertionError(e);
        }
        return commands;
    }
}
