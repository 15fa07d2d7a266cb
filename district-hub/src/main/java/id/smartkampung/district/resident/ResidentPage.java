package id.smartkampung.district.resident;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.status.VillageStatus;
import id.smartkampung.district.status.VisibleVillages;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** Residents of all villages, for those who may see persons: masked, and opened with a reason that stays on record. */
@Path("/penduduk")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.DUKCAPIL, Roles.INSPEKTORAT, Roles.ADMIN})
@Blocking
public class ResidentPage {

    private static final int PAGE = 25;
    private static final int SHORTEST_REASON = 5;
    private static final List<String> LISTED = List.of("fullName", "maskedNik", "sex", "birthYear");
    private static final List<String> LOOKED_AT =
            List.of("fullName", "maskedNik", "maskedNoKk", "sex", "birthYear", "maritalStatus", "relationship");
    private static final List<String> OPENED =
            List.of("nik", "noKk", "bornIn", "bornOn", "address", "rt", "rw", "dusun");

    private final ResidentQueries residents;
    private final VisibleVillages villages;
    private final Audit audit;
    private final Texts texts;

    ResidentPage(ResidentQueries residents, VisibleVillages villages, Audit audit, Texts texts) {
        this.residents = residents;
        this.villages = villages;
        this.audit = audit;
        this.texts = texts;
    }

    @CheckedTemplate(basePath = "resident")
    static class Templates {

        static native TemplateInstance list(
                Slice<ResidentRow> part, ResidentSearch search, List<VillageStatus> villages, boolean searched);

        static native TemplateInstance resident(ResidentRow row, boolean open, String alasan, FieldErrors errors);

        static native TemplateInstance resident$person(
                ResidentRow row, boolean open, String alasan, FieldErrors errors);

        private Templates() {}
    }

    @GET
    public TemplateInstance empty() {
        return Templates.list(new Slice<>(List.of(), null), new ResidentSearch("", ""), villages(), false);
    }

    /** By POST, so that neither a NIK nor a name ever stands in an address. */
    @POST
    public TemplateInstance search(
            @RestForm @DefaultValue("") String q,
            @RestForm @DefaultValue("") String desa,
            @RestForm @DefaultValue("") String setelah) {
        ResidentSearch search = new ResidentSearch(q, desa);
        if (search.isEmpty()) {
            return empty();
        }
        Slice<ResidentRow> part =
                Slice.of(residents.find(search, VisibleArea.REGENCY, Cursor.read(setelah, 2), PAGE), PAGE, Cursor::of);
        audit.record("residents-searched", desa.isBlank() ? "village/*" : "village/" + desa, LISTED, "");
        return Templates.list(part, search, villages(), true);
    }

    @GET
    @Path("{node}/{id}")
    public TemplateInstance resident(NodeId node, UUID id) {
        ResidentRow row = find(node, id);
        audit.record("resident-seen", subject(row), LOOKED_AT, "");
        return Templates.resident(row, false, "", FieldErrors.none());
    }

    @GET
    @Path("{node}/{id}/tutup")
    public TemplateInstance covered(NodeId node, UUID id) {
        return Templates.resident$person(find(node, id), false, "", FieldErrors.none());
    }

    @POST
    @Path("{node}/{id}/buka")
    public TemplateInstance open(NodeId node, UUID id, @RestForm @DefaultValue("") String alasan) {
        ResidentRow row = find(node, id);
        String reason = alasan.strip();
        if (reason.length() < SHORTEST_REASON) {
            FieldErrors errors = FieldErrors.none().add("alasan", texts.of("residents.reason-missing"));
            return Templates.resident(row, false, reason, errors);
        }
        audit.record("resident-opened", subject(row), OPENED, reason);
        return Templates.resident(row, true, reason, FieldErrors.none());
    }

    private ResidentRow find(NodeId node, UUID id) {
        return residents.find(node, id, VisibleArea.REGENCY).orElseThrow(NotFoundException::new);
    }

    private List<VillageStatus> villages() {
        return villages.of(VisibleArea.REGENCY);
    }

    private static String subject(ResidentRow row) {
        return "resident/" + row.node() + "/" + row.id();
    }
}
