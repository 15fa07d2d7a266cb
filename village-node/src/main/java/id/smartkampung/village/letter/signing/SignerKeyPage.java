package id.smartkampung.village.letter.signing;

import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** The electronic keys of those who sign: made here by themselves, certified by the district. */
@Path("/kunci-tanda-tangan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.SEKDES, Roles.KADES})
public class SignerKeyPage {

    private final SignerKeyService service;
    private final SignerKeys keys;
    private final Letterheads letterheads;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;
    private final Clock clock;

    SignerKeyPage(
            SignerKeyService service,
            SignerKeys keys,
            Letterheads letterheads,
            CurrentAccount account,
            Texts texts,
            Flash flash,
            Clock clock) {
        this.service = service;
        this.keys = keys;
        this.letterheads = letterheads;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
        this.clock = clock;
    }

    /** How far somebody has come with a key. */
    public enum Standing {
        NONE,
        ASKED,
        VALID,
        EXPIRED,
        REVOKED
    }

    /**
     * Somebody who signs.
     *
     * @param until when the certificate ends; null without one
     */
    public record Line(UUID id, String name, String title, Standing standing, Instant until) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "signing")
    static class Templates {

        static native TemplateInstance keys(List<Line> lines, UUID failed, String error);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        return Templates.keys(lines(), null, null);
    }

    @POST
    @Path("/{id}")
    public Response make(UUID id, @RestForm String sandi, @RestForm String lagi) {
        try {
            service.make(id, account.id(), sandi, lagi);
        } catch (RefusedException e) {
            return Response.status(e.status())
                    .entity(Templates.keys(lines(), id, texts.of("refusal." + e.code())))
                    .build();
        }
        flash.say("signing.key-made");
        return Response.seeOther(URI.create("/kunci-tanda-tangan")).build();
    }

    private List<Line> lines() {
        return Signatory.listOf(account.id()).stream().map(this::line).toList();
    }

    private Line line(Signatory signatory) {
        List<X509Certificate> chain = keys.chain(signatory.id);
        Instant until = chain.isEmpty() ? null : chain.get(0).getNotAfter().toInstant();
        return new Line(
                signatory.id, signatory.name, letterheads.title(signatory), standing(signatory.id, chain), until);
    }

    private Standing standing(UUID signatory, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            return keys.isMade(signatory) ? Standing.ASKED : Standing.NONE;
        }
        if (keys.isRevoked(chain.get(0))) {
            return Standing.REVOKED;
        }
        return chain.get(0).getNotAfter().toInstant().isBefore(clock.instant()) ? Standing.EXPIRED : Standing.VALID;
    }
}
