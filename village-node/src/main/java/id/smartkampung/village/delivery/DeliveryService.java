package id.smartkampung.village.delivery;

import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.request.Request;
import id.smartkampung.village.request.RequestService;
import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Brings finished letters home: from the assignment to the hand-over, or back; the request goes with it. */
@ApplicationScoped
public class DeliveryService {

    private static final int FORBIDDEN = 403;

    private final RequestService requests;
    private final EntityManager entities;
    private final Audit audit;
    private final Clock clock;

    DeliveryService(RequestService requests, EntityManager entities, Audit audit, Clock clock) {
        this.requests = requests;
        this.entities = entities;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Gives a finished letter to somebody who brings it. A request that came back from the district as being under way,
     * after a restore, has nobody here: who is named then has left with it.
     *
     * @param seen the version of the request that the officer saw
     */
    @Transactional
    public UUID assign(UUID requestId, int seen, UUID courierId, Officer officer) {
        Request request = lock(requestId);
        ChangedMeanwhileException.check(seen, request.version);
        Account courier = Account.<Account>findByIdOptional(courierId)
                .filter(Couriers::mayCarry)
                .orElseThrow(() -> new RefusedException("courier-unknown"));
        if (Delivery.openOf(requestId).isPresent()) {
            throw new RefusedException("delivery-assigned-already");
        }
        boolean left = request.state == RequestState.OUT_FOR_DELIVERY;
        if (!left && request.state != RequestState.READY) {
            throw new RefusedException("delivery-not-ready");
        }
        Delivery delivery = new Delivery();
        delivery.assignedAt = clock.instant();
        delivery.id = UuidV7.at(delivery.assignedAt);
        delivery.requestId = requestId;
        delivery.courierId = courier.id;
        delivery.courierUsername = courier.username;
        delivery.courierName = courier.displayName;
        delivery.state = left ? DeliveryState.UNDER_WAY : DeliveryState.ASSIGNED;
        delivery.assignedBy = officer.username();
        delivery.leftAt = left ? delivery.assignedAt : null;
        delivery.persist();
        record("delivery-assigned", delivery, courier.username);
        return delivery.id;
    }

    /** The courier leaves the office with the letter. */
    @Transactional
    public void leave(UUID id, int seen, Officer officer) {
        Request request = lock(requestOf(id));
        Delivery delivery = held(id, seen, DeliveryState.ASSIGNED, officer);
        requests.deliver(request, RequestState.OUT_FOR_DELIVERY, by(officer));
        delivery.state = DeliveryState.UNDER_WAY;
        delivery.leftAt = clock.instant();
        record("delivery-left", delivery, "");
    }

    /**
     * Somebody took the letter; the request is completed with it.
     *
     * @param photo a JPEG as {@link DeliveryPhoto#painted} makes it
     */
    @Transactional
    public void handOver(UUID id, int seen, String receiver, byte[] photo, Officer officer) {
        Request request = lock(requestOf(id));
        Delivery delivery = held(id, seen, DeliveryState.UNDER_WAY, officer);
        requests.deliver(request, RequestState.COMPLETED, by(officer));
        delivery.receiver = receiver;
        delivery.end(DeliveryState.HANDED_OVER, clock.instant(), officer.username());
        DeliveryPhoto kept = new DeliveryPhoto();
        kept.deliveryId = id;
        kept.jpeg = photo.clone();
        kept.persist();
        record("delivery-handed-over", delivery, "");
    }

    /** Nobody took the letter; it waits in the office again. */
    @Transactional
    public void comeBack(UUID id, int seen, String reason, Officer officer) {
        Request request = lock(requestOf(id));
        Delivery delivery = held(id, seen, DeliveryState.UNDER_WAY, officer);
        // after a restore the district may know better where the request is
        if (request.state == RequestState.OUT_FOR_DELIVERY) {
            requests.deliver(request, RequestState.READY, by(officer));
        }
        delivery.reason = reason;
        delivery.end(DeliveryState.CAME_BACK, clock.instant(), officer.username());
        record("delivery-came-back", delivery, "");
    }

    /** Takes a letter back from somebody who has not left with it. */
    @Transactional
    public void withdraw(UUID id, int seen, Officer officer) {
        lock(requestOf(id));
        withdraw(held(id, seen, DeliveryState.ASSIGNED, officer), officer.username());
    }

    /** Takes a letter back whose request has gone on otherwise, in the transaction of that. */
    void withdraw(Delivery delivery, String username) {
        delivery.end(DeliveryState.WITHDRAWN, clock.instant(), username);
        record("delivery-withdrawn", delivery, delivery.courierUsername);
    }

    /** The photo of a hand-over, for somebody whose look at it is written down. */
    @Transactional
    public byte[] photo(UUID id) {
        DeliveryPhoto photo = DeliveryPhoto.<DeliveryPhoto>findByIdOptional(id).orElseThrow(NotFoundException::new);
        audit.record("delivery-photo-shown", "delivery/" + id);
        return photo.jpeg;
    }

    /** The request first, by everybody: a delivery is only read, and changed, by who holds it. */
    private Request lock(UUID requestId) {
        return Request.<Request>findByIdOptional(requestId, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(NotFoundException::new);
    }

    private UUID requestOf(UUID id) {
        return entities.createQuery("select d.requestId from Delivery d where d.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Delivery held(UUID id, int seen, DeliveryState state, Officer officer) {
        Delivery delivery = Delivery.findById(id);
        ChangedMeanwhileException.check(seen, delivery.version);
        if (delivery.state != state) {
            throw new RefusedException("delivery-elsewhere");
        }
        if (!Couriers.mayAct(officer, delivery.courierId)) {
            throw new RefusedException(FORBIDDEN, "delivery-of-others");
        }
        return delivery;
    }

    private void record(String action, Delivery delivery, String told) {
        audit.record(action, "delivery/" + delivery.id, List.of("request/" + delivery.requestId), told);
    }

    private static Author by(Officer officer) {
        return new Author(officer.id(), officer.username(), Author.FORM);
    }
}
