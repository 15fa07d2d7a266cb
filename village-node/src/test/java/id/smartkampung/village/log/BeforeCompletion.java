package id.smartkampung.village.log;

import jakarta.transaction.Synchronization;

/** Something done when a transaction is about to commit. */
record BeforeCompletion(Runnable act) implements Synchronization {

    @Override
    public void beforeCompletion() {
        act.run();
    }

    @Override
    public void afterCompletion(int status) {
        // Nothing is kept.
    }
}
