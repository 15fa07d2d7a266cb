package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Records what happened to a person: which kind, then one form. */
@Path("/peristiwa")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class MutationFormPage {

    private static final int UNPROCESSABLE = 422;

    /** Where in the form a refusal of the register belongs. */
    private static final Map<String, String> FIELD_OF_REFUSAL = Map.of(
            "head-needs-successor", "pengganti",
            "mutation-days", "tanggal",
            "mutation-before-birth", "tanggal",
            "mutation-before-last", "tanggal",
            "family-has-head", "hubungan",
            "nik-taken", "nik");

    private final MutationService mutations;
    private final VillageProfile village;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;
    private final Clock clock;

    MutationFormPage(
            MutationService mutations,
            VillageProfile village,
            CurrentAccount account,
            Texts texts,
            Flash flash,
            Clock clock) {
        this.mutations = mutations;
        this.village = village;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
        this.clock = clock;
    }

    /**
     * What the form shows.
     *
     * @param resident whom it is about; of a birth somebody of the family; null for who is new
     * @param others of the family who are here
     * @param passesOn whether a head must be chosen if this person goes alone
     * @param error what is wrong with no field of its own; null if nothing
     */
    public record Sheet(
            MutationKind kind,
            Resident resident,
            List<Resident> others,
            boolean passesOn,
            MutationForm form,
            MutationChoices choices,
            Labels labels,
            String error,
            LocalDate today) {

        /** The women, or the men, of the family of a child that was born. */
        public List<Resident> parents(int sex) {
            List<Resident> family = new ArrayList<>(others);
            family.add(0, resident);
            return family.stream()
                    .filter(one -> one.sex != null && one.sex.code() == sex)
                    .toList();
        }
    }

    /** What the fields that all kinds have are called for this one. */
    public record Labels(String day, String deadline, String document) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "change")
    static class Templates {

        static native TemplateInstance kinds(Resident resident, List<MutationKind> kinds, LocalDate today);

        static native TemplateInstance form(Sheet sheet);

        private Templates() {}
    }

    /** Asks what happened. */
    @GET
    @Path("/baru")
    public TemplateInstance kinds(@RestQuery UUID warga) {
        Resident resident = warga == null ? null : found(warga);
        List<MutationKind> kinds = new ArrayList<>();
        if (resident == null) {
            kinds.add(MutationKind.ARRIVAL);
        } else {
            if (resident.isCounted() && resident.familyId != null) {
                kinds.add(MutationKind.BIRTH);
            }
            kinds.addAll(LeavingRules.possible(resident));
        }
        return Templates.kinds(resident, kinds, today());
    }

    @GET
    @Path("/catat")
    public TemplateInstance ask(@RestQuery String jenis, @RestQuery UUID warga) {
        MutationKind kind = kind(jenis);
        Resident resident = about(kind, warga);
        MutationForm form = MutationForm.blank(today(), texts);
        preset(form, kind, resident);
        return Templates.form(sheet(kind, resident, form, null));
    }

    @POST
    @Path("/catat")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@RestQuery String jenis, @RestQuery UUID warga, MultivaluedMap<String, String> sent) {
        MutationKind kind = kind(jenis);
        Resident resident = about(kind, warga);
        MutationForm form = MutationForm.typed(sent, texts);
        MutationDraft draft = form.toDraft(kind, village.kode(), today());
        try {
            Mutation recorded = record(draft, resident, form);
            if (recorded == null) {
                return again(UNPROCESSABLE, sheet(kind, resident, form, null));
            }
            flash.say("mutation.recorded." + kind.name());
            return Response.seeOther(URI.create("/peristiwa/" + recorded.id)).build();
        } catch (RefusedException e) {
            Resident.getEntityManager().clear();
            String message = texts.of("refusal." + e.code());
            String field = FIELD_OF_REFUSAL.get(e.code());
            if (field != null) {
                form.errors().add(field, message);
            }
            return again(e.status(), sheet(kind, about(kind, warga), form, field == null ? message : null));
        }
    }

    /** Null when something is wrong with the form, which is told in its errors. */
    private Mutation record(MutationDraft draft, Resident resident, MutationForm form) {
        Author author = Author.byForm(account);
        return switch (draft.kind()) {
            case BIRTH -> {
                Resident mother = memberOf(resident, form.chosen("ibu"));
                ResidentDraft child = form.toChild(mother, memberOf(resident, form.chosen("ayah")), resident);
                yield form.errors().isEmpty()
                        ? mutations.born(draft, child, resident.familyId, idOf(mother), author)
                        : null;
            }
            case ARRIVAL -> {
                if (resident == null) {
                    ResidentDraft newcomer = form.toNewcomer();
                    yield form.errors().isEmpty() ? mutations.arrived(draft, newcomer, author) : null;
                }
                yield form.errors().isEmpty() ? mutations.returned(draft, resident.id, author) : null;
            }
            case RETURN -> form.errors().isEmpty() ? mutations.returned(draft, resident.id, author) : null;
            case DEPARTURE, DEATH, MISSING, AWAY -> {
                UUID successor = form.chosen("pengganti");
                yield form.errors().isEmpty()
                        ? mutations
                                .leave(draft, form.going(resident.id), successor, author)
                                .get(0)
                        : null;
            }
        };
    }

    private void preset(MutationForm form, MutationKind kind, Resident resident) {
        if (resident == null || kind == MutationKind.BIRTH) {
            form.preset("warga", Citizenship.ofCode(1));
            form.preset("menetap", Residency.PERMANENT);
        }
        if (kind == MutationKind.BIRTH) {
            form.preset("hubungan", Relationship.CHILD);
            form.preset(
                    "tempat",
                    Wilayah.find(village.kode().kabupaten())
                            // as documents write a place of birth
                            .map(kabupaten -> kabupaten.name().replaceFirst("(?i)^kabupaten ", ""))
                            .orElse(null));
            List<Resident> family = Resident.listByFamily(resident.familyId);
            parent(family, Sex.FEMALE).ifPresent(id -> form.preset("ibu", id));
            parent(family, Sex.MALE).ifPresent(id -> form.preset("ayah", id));
        }
    }

    /** Head or spouse, who are the likely parents of a new child. */
    private static Optional<UUID> parent(List<Resident> family, Sex sex) {
        return family.stream()
                .filter(one -> one.isCounted() && one.sex == sex)
                .filter(one -> one.relationship != null && one.relationship.code() <= 3)
                .map(one -> one.id)
                .findFirst();
    }

    private Sheet sheet(MutationKind kind, Resident resident, MutationForm form, String error) {
        List<Resident> others = resident == null || resident.familyId == null
                ? List.of()
                : Resident.listByFamily(resident.familyId).stream()
                        .filter(one -> one.isCounted() && !one.id.equals(resident.id))
                        .toList();
        boolean passesOn = resident != null
                && resident.relationship == Relationship.HEAD
                && !others.isEmpty()
                && !kind.isAdding()
                && others.stream().noneMatch(one -> one.relationship == Relationship.HEAD);
        MutationChoices choices = new MutationChoices(village.kode());
        return new Sheet(kind, resident, others, passesOn, form, choices, labels(kind), error, today());
    }

    private Labels labels(MutationKind kind) {
        return new Labels(
                texts.of("mutation.day." + kind.name()),
                texts.of("mutation.deadline." + kind.name()),
                texts.of("mutation.document." + kind.name()));
    }

    private static Resident memberOf(Resident resident, UUID id) {
        return id == null
                ? null
                : Resident.<Resident>findByIdOptional(id)
                        .filter(one -> Objects.equals(one.familyId, resident.familyId))
                        .orElse(null);
    }

    private static UUID idOf(Resident resident) {
        return resident == null ? null : resident.id;
    }

    private static Resident about(MutationKind kind, UUID id) {
        if (id == null) {
            if (kind == MutationKind.ARRIVAL) {
                return null;
            }
            throw new NotFoundException();
        }
        return found(id);
    }

    private static Resident found(UUID id) {
        return Resident.<Resident>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static MutationKind kind(String name) {
        return MutationListForm.kind(name).orElseThrow(NotFoundException::new);
    }

    private LocalDate today() {
        return Wib.dateOf(clock.instant());
    }

    private static Response again(int status, Sheet sheet) {
        return Response.status(status).entity(Templates.form(sheet)).build();
    }
}
