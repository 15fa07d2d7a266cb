package id.smartkampung.model.simulation;

import java.util.concurrent.atomic.AtomicLong;

/** The officers of one village: they enter, change, remove and enter again. */
final class People {

    private static final int SUBJECTS = 6;

    private final World world;
    private final Oracle oracle;
    private final Village village;
    private final AtomicLong lastId;
    private long resting;

    People(World world, Oracle oracle, Village village, AtomicLong lastId, int every) {
        this.world = world;
        this.oracle = oracle;
        this.village = village;
        this.lastId = lastId;
        world.every(every, this::work);
    }

    void restFor(long millis) {
        resting = world.now() + millis;
    }

    void goHome() {
        resting = Long.MAX_VALUE;
    }

    private void work() {
        if (world.now() < resting || village.isDown()) {
            return;
        }
        // Several changes in one transaction now and then.
        for (int more = world.below(3); more >= 0; more--) {
            String subject = "resident/" + world.below(SUBJECTS);
            Op shown = village.disk.rows.get(subject);
            Op op = shown == null
                    ? new Op(lastId.incrementAndGet(), subject, 1, false)
                    : new Op(lastId.incrementAndGet(), subject, shown.version() + 1, world.chance(0.25));
            commit(op);
        }
    }

    /** A new key is announced by an event, and signs what follows. */
    void changeKey() {
        long id = lastId.incrementAndGet();
        String old = village.disk.keyAt(village.disk.head().position().next());
        String made = "key " + id;
        village.keys.add(0, made);
        commit(Op.keyChange(id, old, made));
    }

    private void commit(Op op) {
        village.disk.commit(world, op);
        oracle.done(village.node, op);
    }
}
