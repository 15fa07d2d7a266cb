package id.smartkampung.village.letter.effect;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a letter reports and the register does not say yet: an officer completes and records it. */
@Path("/surat/{id}/peristiwa")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class EffectPage {

    private final EffectService service;
    private final LetterEffects effects;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    EffectPage(EffectService service, LetterEffects effects, CurrentAccount account, Texts texts, Flash flash) {
        this.service = service;
        this.effects = effects;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * What the page shows.
     *
     * @param day what the letter says, to be confirmed
     * @param going those whom it is about
     */
    public record Sheet(
            LetterEffects.Effect effect,
            String kind,
            boolean move,
            String day,
            List<Resident> going,
            List<Resident> successors,
            String document,
            String error) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "effect")
    static class Templates {

        static native TemplateInstance confirm(Sheet sheet);

        private Templates() {}
    }

    @GET
    public Response show(UUID id) {
        LetterEffects.Effect effect = effect(id);
        if (effect.recorded() != null) {
            return to(effect.recorded());
        }
        return Response.ok(Templates.confirm(sheet(effect, null, null))).build();
    }

    @POST
    public Response record(UUID id, @BeanParam EffectForm form) {
        try {
            Mutation recorded = service.record(id, form, Author.byForm(account));
            flash.say("mutation.recorded." + recorded.kind.name());
            return to(recorded);
        } catch (RefusedException e) {
            Mutation.getEntityManager().clear();
            Sheet sheet = sheet(effect(id), form, texts.of("refusal." + e.code()));
            return Response.status(e.status()).entity(Templates.confirm(sheet)).build();
        }
    }

    private LetterEffects.Effect effect(UUID id) {
        Letter letter = Letter.<Letter>findByIdOptional(id).orElseThrow(NotFoundException::new);
        return effects.of(letter).orElseThrow(NotFoundException::new);
    }

    private Sheet sheet(LetterEffects.Effect effect, EffectForm form, String error) {
        Letter letter = effect.letter();
        Reported told = service.reported(letter).orElseThrow(NotFoundException::new);
        LocalDate day = told.day().orElse(null);
        String written = day == null ? "" : Wib.shortDate(day);
        return new Sheet(
                effect,
                texts.of("mutation.kind." + effect.kind()),
                effect.kind().isMove(),
                form == null || form.tanggal == null ? written : form.tanggal,
                going(letter, told),
                effect.kind().isAdding() ? List.of() : effects.successors(letter),
                form == null || form.dokumen == null ? "" : form.dokumen,
                error);
    }

    private static List<Resident> going(Letter letter, Reported told) {
        if (told.kind() == MutationKind.DEATH) {
            return told.deceased() == null ? List.of() : List.of(told.deceased());
        }
        if (told.kind() == MutationKind.BIRTH) {
            return List.of();
        }
        return List.copyOf(told.going(Resident.findById(letter.applicantId)).values());
    }

    private static Response to(Mutation mutation) {
        return Response.seeOther(URI.create("/peristiwa/" + mutation.id)).build();
    }
}
