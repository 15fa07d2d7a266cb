package id.smartkampung.web.staff;

import id.smartkampung.web.account.Account;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.account.Sessions;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Feature;
import id.smartkampung.web.layout.Program;
import id.smartkampung.web.text.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Binds accounts to parts of the program and of the village. An admin, who does this, is bound to nothing. */
@ApplicationScoped
class BoundsService {

    private static final int NOT_FOUND = 404;

    private final Program program;
    private final Sessions sessions;
    private final Audit audit;

    BoundsService(Program program, Sessions sessions, Audit audit) {
        this.program = program;
        this.sessions = sessions;
        this.audit = audit;
    }

    /**
     * An account with its bounds.
     *
     * @param features codes; null for all that the role may use
     * @param areas as {@code dusun|rw|rt}; null for the whole village
     */
    public record Bound(UUID id, String username, String displayName, List<String> features, List<String> areas) {

        public boolean uses(String feature) {
            return features != null && features.contains(feature);
        }

        public boolean sees(String area) {
            return areas != null && areas.contains(area);
        }
    }

    @Transactional
    Bound of(UUID id) {
        Account account = bindable(id);
        return new Bound(
                account.id,
                account.username,
                account.displayName,
                account.features == null ? null : List.of(account.features.split(",")),
                account.areas == null ? null : account.areas.lines().toList());
    }

    /** Null is no bound; an empty list is refused, since who may see nothing needs no account. */
    @Transactional
    void change(UUID id, List<String> features, List<String> areas) {
        Account account = bindable(id);
        List<String> parts = program.features().stream().map(Feature::code).toList();
        List<String> places = program.reaches().stream().map(Choice::value).toList();
        check(features, parts, "bounds-features");
        check(areas, places, "bounds-areas");
        account.features = features == null ? null : String.join(",", features);
        account.areas = areas == null ? null : String.join("\n", areas);
        sessions.endAll(id);
        String what =
                (features == null ? "*" : account.features) + " / " + (areas == null ? "*" : String.join(", ", areas));
        audit.record("account-bounded", "account/" + account.username, List.of("features", "areas"), what);
    }

    private static void check(List<String> ticked, List<String> known, String code) {
        if (ticked != null && (ticked.isEmpty() || !known.containsAll(ticked))) {
            throw new RefusedException(code);
        }
    }

    private static Account bindable(UUID id) {
        Account account = Account.<Account>findByIdOptional(id)
                .orElseThrow(() -> new RefusedException(NOT_FOUND, "account-missing"));
        if (account.role.equals(Roles.ADMIN)) {
            throw new RefusedException("bounds-admin");
        }
        return account;
    }
}
