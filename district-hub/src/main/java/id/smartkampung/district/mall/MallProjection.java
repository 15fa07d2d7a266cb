package id.smartkampung.district.mall;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.village.Applied;
import id.smartkampung.model.event.DistrictEvent.LetterFileWanted;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.RequestAnswered;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.Channel;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the villages say of requests that were made at the mall, and the files of their letters. */
@ApplicationScoped
@Transactional(value = TxType.MANDATORY, dontRollbackOn = RuntimeException.class)
public class MallProjection {

    private final AgroalDataSource database;
    private final CommandLog commands;
    private final Clock clock;

    MallProjection(AgroalDataSource database, CommandLog commands, Clock clock) {
        this.database = database;
        this.commands = commands;
        this.clock = clock;
    }

    /** The village has them: what was written for it is not kept here any more. */
    public void received(NodeId node, Collection<Applied<RequestRecorded>> requests) throws SQLException {
        Object[] ids = requests.stream()
                .map(Applied::event)
                .filter(request -> request.channel() == Channel.SERVICE_MALL)
                .map(RequestRecorded::requestId)
                .toArray();
        if (ids.length == 0) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update mall_request
                        set (received_at, purpose_text, contact, note) = (?, null, null, null)
                        where node = ? and id = any(?) and received_at is null
                        """)) {
            update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
            update.setString(2, node.value());
            update.setArray(3, connection.createArrayOf("uuid", ids));
            update.executeUpdate();
        }
    }

    public void answered(NodeId node, List<RequestAnswered> answers) throws SQLException {
        if (answers.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update mall_request
                        set (answer, reason, answered_at, purpose_text, contact, note) = (?, ?, ?, null, null, null)
                        where node = ? and id = ?
                        """)) {
            for (RequestAnswered said : answers) {
                update.setString(1, said.answer().name());
                update.setString(2, said.reason());
                update.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                update.setString(4, node.value());
                update.setObject(5, said.requestId());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    /** Asks for the file of a signed letter that the mall hands out; that of one that holds no more is deleted. */
    public void lettered(NodeId node, Collection<Applied<LetterRecorded>> letters) throws SQLException {
        Object[] requests = letters.stream()
                .map(applied -> applied.event().requestId())
                .distinct()
                .toArray();
        if (requests.length == 0) {
            return;
        }
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            Set<UUID> ofMall = ofMall(connection, node, requests);
            for (Applied<LetterRecorded> applied : letters) {
                LetterRecorded letter = applied.event();
                if (!ofMall.contains(letter.requestId())) {
                    continue;
                }
                if (letter.state() == LetterState.SIGNED) {
                    want(connection, node, letter, now);
                } else if (letter.state() == LetterState.WITHDRAWN) {
                    MallFiles.delete(connection, node, letter.letterId(), now);
                }
            }
        }
    }

    private static Set<UUID> ofMall(Connection connection, NodeId node, Object[] requests) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select id from mall_request where node = ? and id = any(?)")) {
            select.setString(1, node.value());
            select.setArray(2, connection.createArrayOf("uuid", requests));
            try (ResultSet row = select.executeQuery()) {
                Set<UUID> ofMall = new HashSet<>();
                while (row.next()) {
                    ofMall.add(row.getObject(1, UUID.class));
                }
                return ofMall;
            }
        }
    }

    private void want(Connection connection, NodeId node, LetterRecorded letter, Instant now) throws SQLException {
        if (letter.fileSha256() == null || letter.fileBytes() == null) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into mall_file (node, letter_id, request_id, sha256, bytes, wanted_at)
                select node, ?, id, ?, ?, ? from mall_request
                where node = ? and id = ? and handed_at is null
                on conflict (node, letter_id) do nothing
                """)) {
            insert.setObject(1, letter.letterId());
            insert.setString(2, letter.fileSha256());
            insert.setLong(3, letter.fileBytes());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setString(5, node.value());
            insert.setObject(6, letter.requestId());
            if (insert.executeUpdate() > 0) {
                commands.append(connection, node, new LetterFileWanted(UuidV7.at(now), letter.letterId(), 0));
            }
        }
    }

    /** Parts of files; one that nobody asked for is kept nowhere. */
    public void arrived(NodeId node, List<Applied<FileChunk>> chunks) throws SQLException {
        if (chunks.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            Set<UUID> letters = new LinkedHashSet<>();
            for (Applied<FileChunk> chunk : chunks) {
                if (MallFiles.keep(connection, node, chunk.event())) {
                    letters.add(chunk.event().letterId());
                }
            }
            for (UUID letter : letters) {
                MallFiles.complete(connection, node, letter, clock.instant());
            }
            MallFiles.emptyReceived(connection, node, chunks);
        }
    }

    /** The log of commands begins a new epoch: what the village has not answered was lost with the old one. */
    public void askAgain(NodeId node) throws SQLException {
        try (Connection connection = database.getConnection()) {
            MallCommands.append(connection, commands, node, clock.instant());
        }
    }
}
