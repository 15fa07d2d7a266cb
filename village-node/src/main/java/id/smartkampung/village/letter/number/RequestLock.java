package id.smartkampung.village.letter.number;

import id.smartkampung.village.request.Request;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;

/** Whoever changes letters locks their request first: two who lock in another order would wait for ever. */
public final class RequestLock {

    private RequestLock() {}

    /** @throws NotFoundException when there is no such request */
    public static Request of(UUID requestId) {
        return Request.<Request>findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
    }

    /**
     * The request of a letter, which is not read for it: it must be read behind the lock.
     *
     * @throws NotFoundException when there is no such letter
     */
    public static Request ofLetter(UUID letterId) {
        return of(Letter.getEntityManager()
                .createQuery("select l.requestId from Letter l where l.id = :id", UUID.class)
                .setParameter("id", letterId)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new));
    }
}
