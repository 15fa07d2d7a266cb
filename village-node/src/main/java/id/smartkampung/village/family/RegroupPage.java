package id.smartkampung.village.family;

import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FamilyDraft;
import id.smartkampung.village.register.RegroupService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Moves members onto another family card: splits a family, or joins one to another. */
@Path("/keluarga")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class RegroupPage {

    private static final int UNPROCESSABLE = 422;
    private static final String GOING = "ikut";
    private static final String PREFIX = "hubungan-";

    private final RegroupService regrouping;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;
    private final Clock clock;

    RegroupPage(RegroupService regrouping, CurrentAccount account, Texts texts, Flash flash, Clock clock) {
        this.regrouping = regrouping;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
        this.clock = clock;
    }

    /** What the form shows; members are those who are here, error is what has no field of its own. */
    public record Sheet(
            Family family,
            List<Resident> members,
            List<Choice> relationships,
            FamilyForm form,
            MultivaluedMap<String, String> sent,
            FieldErrors errors,
            String error,
            LocalDate today) {

        public boolean goes(Resident member) {
            return sent.getOrDefault(GOING, List.of()).contains(member.id.toString());
        }

        public String relationship(Resident member) {
            return sent.getFirst(PREFIX + member.id);
        }

        public String fieldOf(Resident member) {
            return PREFIX + member.id;
        }

        public boolean succeeds(Resident member) {
            return member.id.toString().equals(sent.getFirst("pengganti"));
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "family")
    static class Templates {

        static native TemplateInstance regroup(Sheet sheet);

        private Templates() {}
    }

    @GET
    @Path("/{id}/pecah")
    public TemplateInstance ask(UUID id) {
        FamilyForm form = FamilyForm.of(found(id));
        form.noKk = null;
        return Templates.regroup(sheet(id, form, new MultivaluedHashMap<>(), FieldErrors.none(), null));
    }

    @POST
    @Path("/{id}/pecah")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response regroup(UUID id, @BeanParam FamilyForm form, MultivaluedMap<String, String> sent) {
        FieldErrors errors = FieldErrors.none();
        FamilyDraft target = form.toDraft(errors, texts);
        Map<UUID, Relationship> going = going(sent, errors);
        UUID successor = (UUID) parse(UUID.class, sent.getFirst("pengganti"), "pengganti", errors);
        if (!errors.isEmpty()) {
            return again(UNPROCESSABLE, sheet(id, form, sent, errors, null));
        }
        try {
            Family other = regrouping.regroup(id, going, successor, target, Author.byForm(account));
            flash.say("family.regrouped");
            return Response.seeOther(URI.create("/keluarga/" + other.id)).build();
        } catch (RefusedException e) {
            Resident.getEntityManager().clear();
            return again(e.status(), sheet(id, form, sent, errors, texts.of("refusal." + e.code())));
        }
    }

    private Map<UUID, Relationship> going(MultivaluedMap<String, String> sent, FieldErrors errors) {
        Map<UUID, Relationship> going = new LinkedHashMap<>();
        for (String ticked : sent.getOrDefault(GOING, List.of())) {
            UUID id = (UUID) parse(UUID.class, ticked, GOING, errors);
            String name = PREFIX + ticked;
            Relationship relationship = (Relationship) parse(Relationship.class, sent.getFirst(name), name, errors);
            if (relationship == null) {
                errors.add(name, texts.of("form.required"));
            }
            going.put(id, relationship);
        }
        return going;
    }

    private Object parse(Class<?> type, String text, String name, FieldErrors errors) {
        try {
            return FieldText.parse(type, text);
        } catch (IllegalArgumentException e) {
            errors.add(name, texts.of("form.wrong." + type.getSimpleName()));
            return null;
        }
    }

    private Sheet sheet(
            UUID id, FamilyForm form, MultivaluedMap<String, String> sent, FieldErrors errors, String error) {
        List<Choice> relationships = Arrays.stream(Relationship.values())
                .map(entry -> new Choice(String.valueOf(entry.code()), Readings.readable(entry)))
                .toList();
        List<Resident> here =
                Resident.listByFamily(id).stream().filter(Resident::isCounted).toList();
        return new Sheet(found(id), here, relationships, form, sent, errors, error, Wib.dateOf(clock.instant()));
    }

    private static Family found(UUID id) {
        return Family.<Family>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Response again(int status, Sheet sheet) {
        return Response.status(status).entity(Templates.regroup(sheet)).build();
    }
}
