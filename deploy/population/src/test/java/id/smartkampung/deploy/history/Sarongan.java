package id.smartkampung.deploy.history;

import id.smartkampung.deploy.population.Population;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.wilayah.KodeWilayah;

/** Two years of one village, made once for all who look at them. */
final class Sarongan {

    static final KodeWilayah SARONGAN = new KodeWilayah("35.10.01.2001");
    static final int RESIDENTS = 8_000;

    static final History HISTORY = History.of(Population.DEFAULT_SEED, SARONGAN, RESIDENTS);
    static final Replay REPLAY = new Replay(HISTORY);

    private Sarongan() {}

    static long count(MutationKind kind) {
        return REPLAY.mutations.stream().filter(one -> one.kind() == kind).count();
    }
}
