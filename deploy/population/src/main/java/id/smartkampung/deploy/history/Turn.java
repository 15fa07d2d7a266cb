package id.smartkampung.deploy.history;

import id.smartkampung.model.event.ResidentRecorded;
import java.util.function.Consumer;

/** What one act means for one person: how the register had them before, and after. */
final class Turn {

    private final Act act;
    private final Life life;
    private final Consumer<Entry> back;
    private ResidentRecorded after;

    /** @param back puts back what the act changed; null when it brought the person in */
    Turn(Act act, Life life, Consumer<Entry> back) {
        this.act = act;
        this.life = life;
        this.back = back;
    }

    Act act() {
        return act;
    }

    Life life() {
        return life;
    }

    boolean isEntry() {
        return back == null;
    }

    void putBack(Entry entry) {
        back.accept(entry);
    }

    void becomes(ResidentRecorded state) {
        after = state;
    }

    /** The state afterwards; null when the act changed nothing of this person. */
    ResidentRecorded after() {
        return after;
    }
}
