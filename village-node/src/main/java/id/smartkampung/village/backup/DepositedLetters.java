package id.smartkampung.village.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.village.enrolment.JoinedHub;
import id.smartkampung.village.letter.number.LetterConfig;
import id.smartkampung.village.letter.number.SignedFiles;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.village.trust.SyncConfig;
import id.smartkampung.web.backup.BackupException;
import id.smartkampung.web.backup.FileFolder;
import id.smartkampung.web.backup.FileFolder.Named;
import id.smartkampung.web.backup.KeyBeside;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that each signed letter lies at the district too, locked, and that one which is lost here comes back from
 * there: after a disk was changed, or when its row came back from the district and its file was in no backup yet.
 */
@ApplicationScoped
class DepositedLetters {

    private static final Duration ANYWAY = Duration.ofHours(6);
    private static final String EXCHANGED = "letters";

    private final AgroalDataSource database;
    private final FileFolder letters;
    private final KeyBeside key;
    private final Path folder;
    private final Duration atOnce;
    private final BackupShelf shelf;
    private final JoinedHub joined;
    private final NodeKeys keys;
    private final VillageProfile village;
    private final ObjectMapper json;
    private final Clock clock;

    private volatile LetterExchange.Outcome last;
    private String settled;
    private List<String> settledLost = List.of();
    private Instant settledAt;

    DepositedLetters(
            AgroalDataSource database,
            LetterConfig letters,
            SyncConfig sync,
            BackupConfig config,
            BackupShelf shelf,
            JoinedHub joined,
            NodeKeys keys,
            VillageProfile village,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.letters = SignedFiles.folder(letters);
        this.key = new KeyBeside(sync.keysFolder(), Optional.empty());
        this.folder = config.folder().resolve(EXCHANGED);
        this.atOnce = config.lettersFor();
        this.shelf = shelf;
        this.joined = joined;
        this.keys = keys;
        this.village = village;
        this.json = json;
        this.clock = clock;
    }

    /** As of the last look; empty before the first. */
    Optional<LetterExchange.Outcome> last() {
        return Optional.ofNullable(last);
    }

    /** Goes on where the last one ended; does nothing while nothing has changed. */
    synchronized void look() throws IOException, BackupException {
        Optional<JoinedHub.Place> hub = joined.place();
        if (hub.isEmpty()) {
            return;
        }
        // Before they are listed: one that is signed in between is looked at next time.
        String mark = read(letters::mark);
        if (isSettled(mark)) {
            return;
        }
        List<Named> named = read(letters::named);
        DepositClient client = new DepositClient(hub.get(), village.node(), keys.current(), json);
        last = new LetterExchange(client, letters, key.readOrMake(), folder, clock)
                .exchange(named, Set.copyOf(shelf.state().lost()), atOnce);
        shelf.lost(last.lost());
        settled = last.done() ? mark : null;
        settledLost = last.lost();
        settledAt = clock.instant();
    }

    /** Nothing was signed and nothing found lost since all was well; the district is asked now and then all the same. */
    private boolean isSettled(String mark) {
        return settledAt != null
                && mark.equals(settled)
                && shelf.state().lost().equals(settledLost)
                && clock.instant().isBefore(settledAt.plus(ANYWAY));
    }

    /** Something that is asked of the database. */
    @FunctionalInterface
    private interface Question<T> {

        T ask(Connection connection) throws SQLException;
    }

    private <T> T read(Question<T> question) {
        try (Connection connection = database.getConnection()) {
            return question.ask(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the letters are not listed", e);
        }
    }
}
