package id.smartkampung.village.letter.signing;

import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** How far the signing of many letters has come. */
@Path("/tanda-tangan/jalan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.SEKDES, Roles.KADES})
public class SigningRunPage {

    private final SigningRuns runs;
    private final CurrentAccount account;
    private final Texts texts;
    private final Clock clock;

    SigningRunPage(SigningRuns runs, CurrentAccount account, Texts texts, Clock clock) {
        this.runs = runs;
        this.account = account;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * A run as it stands.
     *
     * @param secondsEach what one has taken so far, 0 before the first is done
     */
    public record RunView(UUID id, List<SigningRuns.Item> items, long done, boolean works, long secondsEach) {

        public long secondsLeft() {
            return secondsEach * (items.size() - done);
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "signing")
    static class Templates {

        static native TemplateInstance run(RunView run);

        static native TemplateInstance run$progress(RunView run);

        private Templates() {}
    }

    @GET
    @Path("/{run}")
    public TemplateInstance run(UUID run) {
        return Templates.run(view(run));
    }

    @GET
    @Path("/{run}/kemajuan")
    public TemplateInstance progress(UUID run) {
        return Templates.run$progress(view(run));
    }

    private RunView view(UUID id) {
        SigningRuns.Run run = runs.find(id, account.username()).orElseThrow(NotFoundException::new);
        List<SigningRuns.Item> items = run.items().stream()
                .map(item -> item.standing() == SigningRuns.Standing.FAILED
                        ? new SigningRuns.Item(item.chosen(), item.standing(), texts.of("refusal." + item.words()))
                        : item)
                .toList();
        long done = items.stream()
                .filter(item -> item.standing() == SigningRuns.Standing.SIGNED
                        || item.standing() == SigningRuns.Standing.FAILED)
                .count();
        double seconds = Duration.between(run.startedAt(), clock.instant()).toMillis() / 1000.0;
        long secondsEach = done == 0 ? 0 : (long) Math.ceil(seconds / done);
        return new RunView(id, items, done, done < items.size(), secondsEach);
    }
}
