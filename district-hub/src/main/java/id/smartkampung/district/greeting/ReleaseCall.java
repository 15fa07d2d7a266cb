package id.smartkampung.district.greeting;

import id.smartkampung.district.outbox.DownLog;
import id.smartkampung.district.village.VillageReleased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Calls a village that was let go on, which else would ask again only after minutes. */
@ApplicationScoped
class ReleaseCall {

    private final Reception reception;
    private final DownLog down;

    ReleaseCall(Reception reception, DownLog down) {
        this.reception = reception;
        this.down = down;
    }

    void call(@Observes(during = TransactionPhase.AFTER_SUCCESS) VillageReleased released) {
        down.answer(released.applied().node(), reception.released(released.applied()));
    }
}
