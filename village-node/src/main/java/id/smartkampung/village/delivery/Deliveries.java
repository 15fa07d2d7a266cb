package id.smartkampung.village.delivery;

import id.smartkampung.village.request.Chronicle;
import id.smartkampung.village.request.RequestMoved;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What other rooms see of deliveries: the page of a request, its timeline and the menu; they follow their request. */
@Named("deliveries")
@ApplicationScoped
public class Deliveries implements Chronicle {

    private final DeliveryService service;
    private final DeliveryQueries queries;
    private final CurrentAccount account;
    private final Texts texts;

    Deliveries(DeliveryService service, DeliveryQueries queries, CurrentAccount account, Texts texts) {
        this.service = service;
        this.queries = queries;
        this.account = account;
        this.texts = texts;
    }

    /** For templates: the delivery of a request that is not at its end; null where there is none. */
    public Delivery open(UUID requestId) {
        return Delivery.openOf(requestId).orElse(null);
    }

    /** For templates: who may be asked to bring a letter home. */
    public List<Choice> couriers() {
        return Couriers.choices();
    }

    /** How many letters whoever is logged in has to bring. */
    public long ofMine() {
        return account.id() == null ? 0 : queries.countOf(account.id());
    }

    /** That somebody left with it, and that it is completed, the request tells itself. */
    @Override
    public List<Entry> of(UUID requestId) {
        List<Entry> told = new ArrayList<>();
        for (Delivery one : Delivery.listByRequest(requestId)) {
            told.add(new Entry(
                    one.assignedAt, texts.of("delivery.told.ASSIGNED", one.courierName), one.assignedBy, null, null));
            if (!one.state.isOpen()) {
                boolean handedOver = one.state == DeliveryState.HANDED_OVER;
                String title = handedOver
                        ? texts.of("delivery.told.HANDED_OVER", one.receiver)
                        : texts.of("delivery.told." + one.state.name());
                told.add(
                        new Entry(one.endedAt, title, one.endedBy, one.reason, handedOver ? "/antar/" + one.id : null));
            }
        }
        return told;
    }

    /** Who fetches a letter at the office gets it there, whoever was to bring it. */
    void follow(@Observes RequestMoved moved) {
        if (moved.to().isFinal()) {
            Delivery.openOf(moved.id())
                    .filter(open -> open.state == DeliveryState.ASSIGNED)
                    .ifPresent(open -> service.withdraw(open, account.username()));
        }
    }
}
