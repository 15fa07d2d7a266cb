package id.smartkampung.village.merge;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.Column;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Two records beside each other, and what the one that is kept is to say. */
@Path("/penduduk")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class MergePage {

    private static final String PREFIX = "ambil-";
    private static final String OTHER = "lain";

    private final MergeService merging;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;
    private final Flash flash;

    MergePage(MergeService merging, CurrentAccount account, Audit audit, Texts texts, Flash flash) {
        this.merging = merging;
        this.account = account;
        this.audit = audit;
        this.texts = texts;
        this.flash = flash;
    }

    /** A field in which the two differ; fromOther is whether that of the other record is chosen. */
    public record Line(String name, String label, String own, String others, boolean fromOther) {}

    /** What the page shows. */
    public record Sheet(Resident kept, Resident lost, List<Line> lines, String error, String reason) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "merge")
    static class Templates {

        static native TemplateInstance merge(Sheet sheet);

        private Templates() {}
    }

    /** It shows what is masked elsewhere, so opening it leaves a trace. */
    @GET
    @Path("/{id}/gabung")
    public TemplateInstance compare(UUID id, @RestQuery UUID dengan) {
        Resident kept = found(id);
        Resident lost = found(dengan);
        return shown(new Sheet(kept, lost, lines(kept, lost, null), null, ""));
    }

    @POST
    @Path("/{id}/gabung")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response merge(UUID id, @RestQuery UUID dengan, MultivaluedMap<String, String> sent) {
        UUID other = found(dengan).id;
        try {
            MergeService.Pair pair = new MergeService.Pair(
                    id, number(sent.getFirst("version")), other, number(sent.getFirst("version-lain")));
            merging.merge(pair, taken(sent), sent.getFirst("alasan"), Author.byForm(account));
        } catch (RefusedException e) {
            Resident.getEntityManager().clear();
            Resident kept = found(id);
            Resident lost = found(other);
            String reason = sent.getFirst("alasan");
            Sheet sheet = new Sheet(
                    kept,
                    lost,
                    lines(kept, lost, taken(sent)),
                    texts.of("refusal." + e.code()),
                    reason == null ? "" : reason);
            return Response.status(e.status()).entity(shown(sheet)).build();
        }
        flash.say("resident.merged");
        return Response.seeOther(URI.create("/penduduk/" + id)).build();
    }

    private TemplateInstance shown(Sheet sheet) {
        audit.record("records-compared", new Subject(Subject.RESIDENT, sheet.kept().id).toString());
        audit.record("records-compared", new Subject(Subject.RESIDENT, sheet.lost().id).toString());
        return Templates.merge(sheet);
    }

    /** Those in which the two differ; where nothing was chosen yet, what the kept one does not know is taken. */
    private List<Line> lines(Resident kept, Resident lost, Set<ResidentField> chosen) {
        List<Line> lines = new ArrayList<>();
        ResidentColumns.all().forEach((field, column) -> {
            Object others = column.get(lost);
            if (column.differs(kept, others)) {
                boolean fromOther = chosen == null ? column.get(kept) == null : chosen.contains(field);
                lines.add(new Line(
                        PREFIX + field.property(),
                        texts.of("field." + field.property()),
                        shown(column, kept),
                        shown(column, lost),
                        fromOther));
            }
        });
        return lines;
    }

    private static Set<ResidentField> taken(MultivaluedMap<String, String> sent) {
        Set<ResidentField> taken = EnumSet.noneOf(ResidentField.class);
        for (ResidentField field : ResidentField.values()) {
            if (OTHER.equals(sent.getFirst(PREFIX + field.property()))) {
                taken.add(field);
            }
        }
        return taken;
    }

    private String shown(Column<Resident, ?> column, Resident resident) {
        Object value = column.get(resident);
        if (value instanceof Coded coded) {
            return Readings.readable(coded);
        }
        if (value instanceof LocalDate date) {
            return Wib.shortDate(date);
        }
        if (value instanceof UUID family) {
            return Family.<Family>findByIdOptional(family)
                    .map(card -> card.noKk == null ? texts.of("family.without-number") : card.noKk.value())
                    .orElse("");
        }
        return value instanceof Nik nik ? nik.value() : FieldText.of(value);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(String.valueOf(text));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Resident found(UUID id) {
        if (id == null) {
            throw new NotFoundException();
        }
        return Resident.<Resident>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }
}
