package id.smartkampung.district.apply;

import id.smartkampung.district.erasure.ErasureProjection;
import id.smartkampung.district.erasure.WishProjection;
import id.smartkampung.model.event.ErasureGround;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the wish of a person to be erased: the row is hidden here at once, and the village is asked. */
@ApplicationScoped
public class ErasureWishService {

    private final ErasureProjection erasures;
    private final WishProjection wishes;
    private final EventRouter router;

    ErasureWishService(ErasureProjection erasures, WishProjection wishes, EventRouter router) {
        this.erasures = erasures;
        this.wishes = wishes;
        this.router = router;
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
        router.tellLate(node, told.stream().toList());
    }
}
