package id.smartkampung.village.backup;

import id.smartkampung.village.backup.BackupShelf.Kept;
import id.smartkampung.village.backup.BackupShelf.State;
import id.smartkampung.village.enrolment.JoinedHub;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.backup.BackupException;
import id.smartkampung.web.backup.BackupKey;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.login.LoginService;
import id.smartkampung.web.text.Texts;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** Where the admin of the village sees whether its data are safe elsewhere, and prints the key of the backups. */
@Path("/cadangan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed(Roles.ADMIN)
public class BackupPage {

    private static final int UNPROCESSABLE = 422;
    private static final int KILO = 1024;

    /** A village is off over a weekend; later than that somebody should ask. */
    private static final Duration LONG_AGO = Duration.ofDays(3);

    private final BackupKeeper keeper;
    private final BackupShelf shelf;
    private final DepositedLetters letters;
    private final JoinedHub joined;
    private final VillageProfile village;
    private final LoginService logins;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;
    private final Flash flash;
    private final Clock clock;

    BackupPage(
            BackupKeeper keeper,
            BackupShelf shelf,
            DepositedLetters letters,
            JoinedHub joined,
            VillageProfile village,
            LoginService logins,
            CurrentAccount account,
            Audit audit,
            Texts texts,
            Flash flash,
            Clock clock) {
        this.keeper = keeper;
        this.shelf = shelf;
        this.letters = letters;
        this.joined = joined;
        this.village = village;
        this.logins = logins;
        this.account = account;
        this.audit = audit;
        this.texts = texts;
        this.flash = flash;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param kept how many lie on this machine
     * @param last when the last one was made, null before the first
     * @param kilobytes its size
     * @param oldest when the oldest was made
     * @param depositedAt when the district last got one, null before the first
     * @param there whether that is the last one that was made
     * @param late whether it has been too long since then
     * @param trouble a sentence, null when there is none
     * @param printed whether the key of the backups was shown before
     * @param letters how many are signed, null before they were looked at
     * @param waiting how many of these are not with the district yet
     * @param lost how many are not here, or damaged
     */
    public record Backups(
            int kept,
            Instant last,
            long kilobytes,
            Instant oldest,
            Instant depositedAt,
            boolean there,
            boolean late,
            boolean joined,
            String trouble,
            boolean printed,
            Integer letters,
            int waiting,
            int lost) {

        /** For one that is too large to be told in kilobytes. */
        public long megabytes() {
            return kilobytes / KILO;
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "backup")
    static class Templates {

        static native TemplateInstance backups(Backups backups, String complaint);

        static native TemplateInstance key(VillageProfile village, String groups, Instant now);

        private Templates() {}
    }

    @GET
    public TemplateInstance show() {
        return page(null);
    }

    @POST
    @Path("sekarang")
    public Response takeNow() {
        try {
            keeper.take();
        } catch (BackupException e) {
            throw new RefusedException("backup-" + BackupKeeper.trouble(e.reason()));
        }
        audit.record("backup-taken", "village/" + village.node());
        flash.say("backup.taken");
        return Response.seeOther(URI.create("/cadangan")).build();
    }

    /** Only to who proves to be the one who is logged in: a screen that was left open shows nothing. */
    @POST
    @Path("kunci")
    public Response showKey(@RestForm @DefaultValue("") String sandi, RoutingContext request) {
        Officer officer = account.officer().orElseThrow(() -> new IllegalStateException("nobody is logged in"));
        String address = request.request().remoteAddress().hostAddress();
        if (sandi.isEmpty() || !logins.confirm(officer, sandi, address)) {
            return Response.status(UNPROCESSABLE)
                    .entity(page(texts.of("backup.password")))
                    .build();
        }
        try {
            BackupKey key = keeper.key();
            audit.record("backup-key-shown", "village/" + village.node());
            shelf.keyShown(key.recipient());
            return Response.ok(Templates.key(village, key.groups(), clock.instant()))
                    .header("Cache-Control", "no-store")
                    .build();
        } catch (BackupException e) {
            Log.errorf(e, "the key of the backups is not shown");
            throw new RefusedException("backup-key");
        }
    }

    private TemplateInstance page(String complaint) {
        List<Kept> kept = shelf.kept();
        Optional<Kept> last = kept.stream().findFirst();
        Optional<Kept> oldest = kept.stream().reduce((newer, older) -> older);
        State state = shelf.state();
        boolean onlyOlder = oldest.map(Kept::takenAt)
                .filter(taken -> taken.isBefore(clock.instant().minus(LONG_AGO)))
                .isPresent();
        boolean late = Optional.ofNullable(state.depositedAt())
                .map(Instant::parse)
                .map(at -> at.isBefore(clock.instant().minus(LONG_AGO)))
                .orElse(onlyOlder);
        Optional<LetterExchange.Outcome> exchanged = letters.last();
        return Templates.backups(
                new Backups(
                        kept.size(),
                        last.map(Kept::takenAt).orElse(null),
                        last.map(Kept::size).orElse(0L) / KILO,
                        oldest.map(Kept::takenAt).orElse(null),
                        Optional.ofNullable(state.depositedAt())
                                .map(Instant::parse)
                                .orElse(null),
                        last.map(Kept::name)
                                .filter(name -> name.equals(state.deposited()))
                                .isPresent(),
                        late && joined.place().isPresent(),
                        joined.place().isPresent(),
                        Optional.ofNullable(state.trouble())
                                .map(key -> texts.of(key))
                                .orElse(null),
                        !state.isKeyWaiting(),
                        exchanged.map(LetterExchange.Outcome::all).orElse(null),
                        exchanged.map(LetterExchange.Outcome::waiting).orElse(0),
                        state.lost().size()),
                complaint);
    }
}
