package id.smartkampung.web.layout;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import jakarta.enterprise.context.ApplicationScoped;

/** Decides which addresses the bounds of an account leave to it; what its role may not is refused before. */
@ApplicationScoped
public class FeatureRights {

    private final Program program;
    private final CurrentAccount account;

    FeatureRights(Program program, CurrentAccount account) {
        this.program = program;
        this.account = account;
    }

    /** Whether whoever asks may go to this address; then its page may also show here what stands there. */
    public boolean admits(String path) {
        return account.officer().map(officer -> admits(officer, path)).orElse(true);
    }

    private boolean admits(Officer officer, String path) {
        return program.features().stream()
                .filter(feature -> feature.covers(path))
                .allMatch(feature -> officer.bounds().admits(feature.code())
                        && (officer.bounds().isWhole() || !feature.whole()));
    }
}
