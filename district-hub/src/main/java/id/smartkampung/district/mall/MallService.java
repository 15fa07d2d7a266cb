package id.smartkampung.district.mall;

import id.smartkampung.district.outbox.CommandLog;
import id.smartkampung.district.resident.ResidentQueries;
import id.smartkampung.district.resident.ResidentRow;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.event.DistrictEvent.LetterFileWanted;
import id.smartkampung.model.event.DistrictEvent.RequestHandedOut;
import id.smartkampung.model.event.DistrictEvent.RequestMade;
import id.smartkampung.model.event.DistrictEvent.RequestWithdrawn;
import id.smartkampung.model.identity.MaskedName;
import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.Channel;
import id.smartkampung.model.request.MallStage;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Makes requests at the service mall and hands out their letters; the village hears in the same transaction. */
@ApplicationScoped
public class MallService {

    private static final int UNPROCESSABLE = 422;
    private static final int SHORTEST_REASON = 5;

    private final AgroalDataSource database;
    private final CommandLog commands;
    private final ResidentQueries residents;
    private final MallQueries requests;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    MallService(
            AgroalDataSource database,
            CommandLog commands,
            ResidentQueries residents,
            MallQueries requests,
            CurrentAccount account,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.commands = commands;
        this.residents = residents;
        this.requests = requests;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The types that may be asked for at the mall, by the catalogue that all villages begin with. What a village has
     * changed of it, or added, is known there only: it answers for itself.
     */
    public static List<LetterType> offered() {
        return LetterCatalogue.types().values().stream()
                .filter(type -> type.active() && type.channels().contains(Channel.SERVICE_MALL))
                .toList();
    }

    /** Makes a request; one that was made with this id already, for the same, is that one. */
    @Transactional
    public void make(MallWish wish) {
        if (offered().stream().noneMatch(type -> type.kind().equals(wish.kind()))) {
            throw new RefusedException(UNPROCESSABLE, "mall-kind");
        }
        ResidentRow who = residents
                .find(wish.node(), wish.resident(), VisibleArea.of(account))
                .orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            if (!insert(connection, wish, MaskedName.of(who.fullName()), now)) {
                requireSame(connection, wish);
                return;
            }
            commands.append(
                    connection,
                    wish.node(),
                    new RequestMade(
                            UuidV7.at(now),
                            wish.id(),
                            wish.resident(),
                            wish.kind(),
                            wish.purpose(),
                            wish.contact(),
                            wish.note()));
        } catch (SQLException e) {
            throw new IllegalStateException("request " + wish.id() + " of the mall is not made", e);
        }
        audit.record("mall-request-made", "request/" + wish.node() + "/" + wish.id());
    }

    private boolean insert(Connection connection, MallWish wish, String masked, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into mall_request (id, node, resident_id, subject_masked, kind, purpose_text, contact, note,
                    made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do nothing
                """)) {
            int i = 0;
            insert.setObject(++i, wish.id());
            insert.setString(++i, wish.node().value());
            insert.setObject(++i, wish.resident());
            insert.setString(++i, masked);
            insert.setString(++i, wish.kind().code());
            insert.setString(++i, wish.purpose());
            insert.setString(++i, wish.contact());
            insert.setString(++i, wish.note());
            insert.setObject(++i, now.atOffset(ZoneOffset.UTC));
            insert.setString(++i, account.username());
            return insert.executeUpdate() > 0;
        }
    }

    private void requireSame(Connection connection, MallWish wish) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select from mall_request where id = ? and node = ? and resident_id = ? and kind = ? and made_by = ?
                """)) {
            select.setObject(1, wish.id());
            select.setString(2, wish.node().value());
            select.setObject(3, wish.resident());
            select.setString(4, wish.kind().code());
            select.setString(5, account.username());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new RefusedException("mall-id-taken");
                }
            }
        }
    }

    /** Asks the village to cancel what nobody works on yet; it decides. */
    @Transactional
    public void withdraw(UUID id, String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST_REASON) {
            throw new RefusedException(UNPROCESSABLE, "mall-reason");
        }
        MallRow request = find(id);
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update mall_request set (withdrawn_at, withdrawn_by, withdrawn_reason) = (?, ?, ?)
                        where id = ? and withdrawn_at is null
                        """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, account.username());
            update.setString(3, why);
            update.setObject(4, id);
            if (!request.stage().mayWithdraw() || update.executeUpdate() == 0) {
                throw new RefusedException("mall-withdraw-late");
            }
            commands.append(connection, request.node(), new RequestWithdrawn(UuidV7.at(now), id, why));
        } catch (SQLException e) {
            throw new IllegalStateException("request " + id + " of the mall is not withdrawn", e);
        }
        audit.record("mall-request-withdrawn", subject(request), List.of(), why);
    }

    /** The signed file of a letter, for the applicant; each time it is given out leaves a trace. */
    @Transactional
    public byte[] print(UUID id, UUID letter) {
        MallRow request = find(id);
        byte[] file;
        try (Connection connection = database.getConnection()) {
            file = requests.letters(request).stream().anyMatch(one -> one.id().equals(letter) && one.isHere())
                    ? MallFiles.whole(connection, request.node(), letter).orElseThrow(NotFoundException::new)
                    : null;
        } catch (SQLException e) {
            throw new IllegalStateException("letter " + letter + " is not read", e);
        }
        if (file == null) {
            throw new RefusedException("mall-file-not-here");
        }
        audit.record("mall-letter-printed", "letter/" + request.node() + "/" + letter);
        return file;
    }

    /** Asks once more for a file that did not come, or came broken. */
    @Transactional
    public void askForFile(UUID id, UUID letter) {
        MallRow request = find(id);
        MallLetter wanted = requests.letters(request).stream()
                .filter(one -> one.id().equals(letter) && one.isAwaited())
                .findFirst()
                .orElseThrow(() -> new RefusedException("mall-file-not-awaited"));
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into mall_file (node, letter_id, request_id, sha256, bytes, wanted_at)
                        select node, id, request_id, file_sha256, file_bytes, ? from letter where node = ? and id = ?
                        on conflict (node, letter_id) do update set wanted_at = excluded.wanted_at
                        """)) {
            insert.setObject(1, now.atOffset(ZoneOffset.UTC));
            insert.setString(2, request.node().value());
            insert.setObject(3, letter);
            insert.executeUpdate();
            commands.append(connection, request.node(), new LetterFileWanted(UuidV7.at(now), wanted.id(), 0));
        } catch (SQLException e) {
            throw new IllegalStateException("the file of letter " + letter + " is not asked for", e);
        }
        audit.record("mall-file-asked", "letter/" + request.node() + "/" + letter);
    }

    /** The applicant has the letters: their files are deleted here, and the village hears that it is done. */
    @Transactional
    public void handOut(UUID id) {
        MallRow request = find(id);
        if (request.stage() != MallStage.PRINTABLE) {
            throw new RefusedException("mall-not-printable");
        }
        Instant now = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update mall_request set (handed_at, handed_by) = (?, ?) where id = ? and handed_at is null
                        """)) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, account.username());
            update.setObject(3, id);
            if (update.executeUpdate() == 0) {
                throw new RefusedException("mall-not-printable");
            }
            for (MallLetter letter : requests.letters(request)) {
                MallFiles.delete(connection, request.node(), letter.id(), now);
            }
            commands.append(connection, request.node(), new RequestHandedOut(UuidV7.at(now), id));
        } catch (SQLException e) {
            throw new IllegalStateException("request " + id + " of the mall is not handed out", e);
        }
        audit.record("mall-letter-handed-out", subject(request));
    }

    private MallRow find(UUID id) {
        return requests.find(id).orElseThrow(NotFoundException::new);
    }

    private static String subject(MallRow request) {
        return "request/" + request.node() + "/" + request.id();
    }
}
