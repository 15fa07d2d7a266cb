package id.smartkampung.village.family;

import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.MembershipService;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Who belongs to a family: add, take out, say who is what to the head. */
@Path("/keluarga")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class MembersPage {

    private static final int CANDIDATES = 20;
    private static final String PREFIX = "hubungan-";

    private final MembershipService members;
    private final ResidentQueries residents;
    private final CurrentAccount account;
    private final Flash flash;
    private final Clock clock;

    MembersPage(
            MembershipService members, ResidentQueries residents, CurrentAccount account, Flash flash, Clock clock) {
        this.members = members;
        this.residents = residents;
        this.account = account;
        this.flash = flash;
        this.clock = clock;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "family")
    static class Templates {

        static native TemplateInstance add(
                Family family, String q, List<Resident> candidates, List<Choice> relationships, LocalDate today);

        private Templates() {}
    }

    @GET
    @Path("/{id}/anggota/tambah")
    public TemplateInstance search(UUID id) {
        return page(id, "", List.of());
    }

    @POST
    @Path("/{id}/anggota/cari")
    public TemplateInstance candidates(UUID id, @RestForm String q) {
        String typed = q == null ? "" : q.strip();
        List<Resident> found = typed.isEmpty() ? List.of() : residents.find(typed, CANDIDATES);
        return page(
                id,
                typed,
                found.stream().filter(one -> !id.equals(one.familyId)).toList());
    }

    @POST
    @Path("/{id}/anggota/tambah")
    public Response add(UUID id, @RestForm UUID warga, @RestForm String hubungan) {
        if (warga == null) {
            throw new NotFoundException();
        }
        members.add(id, warga, relationship(hubungan), Author.byForm(account));
        return back(id, "family.member-added");
    }

    @POST
    @Path("/{id}/anggota/keluarkan")
    public Response takeOut(UUID id, @RestForm UUID warga) {
        if (warga == null) {
            throw new NotFoundException();
        }
        members.takeOut(id, warga, Author.byForm(account));
        return back(id, "family.member-out");
    }

    /** One select for each member, named after the id. */
    @POST
    @Path("/{id}/anggota/susun")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response arrange(UUID id, MultivaluedMap<String, String> sent) {
        Map<UUID, Relationship> relationships = new HashMap<>();
        sent.forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                relationships.put(UUID.fromString(name.substring(PREFIX.length())), relationship(values.get(0)));
            }
        });
        members.arrange(id, relationships, Author.byForm(account));
        return back(id, "family.arranged");
    }

    private TemplateInstance page(UUID id, String q, List<Resident> candidates) {
        Family family = Family.<Family>findByIdOptional(id).orElseThrow(NotFoundException::new);
        List<Choice> relationships = Arrays.stream(Relationship.values())
                .map(entry -> new Choice(String.valueOf(entry.code()), Readings.readable(entry)))
                .toList();
        return Templates.add(family, q, candidates, relationships, Wib.dateOf(clock.instant()));
    }

    private static Relationship relationship(String code) {
        try {
            return (Relationship) FieldText.parse(Relationship.class, code);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("relationship-unknown");
        }
    }

    private Response back(UUID id, String message) {
        flash.say(message);
        return Response.seeOther(URI.create("/keluarga/" + id)).build();
    }
}
