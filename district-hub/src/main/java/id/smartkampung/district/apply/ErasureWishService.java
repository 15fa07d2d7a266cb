package id.smartkampung.district.apply;

import id.smartkampung.district.erasure.ErasureProjection;
import id.smartkampung.district.erasure.WishProjection;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the wish of a person to be erased: the row is hidden here at once, and the village is asked. */
@ApplicationScoped
public class ErasureWishService {

    private final AgroalDataSource database;
    private final ErasureProjection erasures;
    private final WishProjection wishes;
    private final EventRouter router;
    private final Clock clock;

    ErasureWishService(
            AgroalDataSource database,
            ErasureProjection erasures,
            WishProjection wishes,
            EventRouter router,
            Clock clock) {
        this.database = database;
        this.erasures = erasures;
        this.wishes = wishes;
        this.router = router;
        this.clock = clock;
    }

    /**
     * Asks the village to erase a person; the village may refuse, and the row is shown again.
     *
     * @param by who took the wish, as in the trail
     * @throws SQLException when it cannot be done now; nothing was changed then
     */
    @Transactional(rollbackOn = SQLException.class)
    public void ask(NodeId node, UUID residentId, ErasureGround ground, String by) throws SQLException {
        if (!erasures.hold(node)) {
            throw new IllegalArgumentException("village " + node + " is not known");
        }
        Optional<LogPosition> told = wishes.ask(node, residentId, ground, by);
        router.hide(node, List.of(residentId));
        erasures.endCopies();
        if (told.isPresent()) {
            try (Connection connection = database.getConnection()) {
                LateChanges.store(connection, node, List.of(told.get()), clock.instant());
            }
        }
    }
}
