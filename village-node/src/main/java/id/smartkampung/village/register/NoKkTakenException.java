package id.smartkampung.village.register;

import id.smartkampung.model.identity.NoKk;
import id.smartkampung.web.error.RefusedException;

/** Another family of this village has the No. KK already; a page asks {@link Family#findByNoKk} which. */
public class NoKkTakenException extends RefusedException {

    private static final long serialVersionUID = 1;

    private final transient NoKk noKk;

    NoKkTakenException(NoKk noKk) {
        super("no-kk-taken");
        this.noKk = noKk;
    }

    public NoKk noKk() {
        return noKk;
    }
}
