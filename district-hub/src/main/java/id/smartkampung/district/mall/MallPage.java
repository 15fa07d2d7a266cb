package id.smartkampung.district.mall;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.request.RequestQueries;
import id.smartkampung.district.request.RequestRow;
import id.smartkampung.district.resident.ResidentQueries;
import id.smartkampung.district.resident.ResidentRow;
import id.smartkampung.district.resident.ResidentSearch;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.identity.MaskedName;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The counter of the service mall: requests for residents of any village, followed until the letter is handed out. */
@Path("/mpp")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Roles.MPP, Roles.ADMIN})
@Blocking
public class MallPage {

    private static final int PAGE = 25;
    private static final int FOUND = 10;
    private static final int CURSOR_KEYS = 2;
    private static final int UNPROCESSABLE = 422;
    private static final List<String> SHOWN = List.of("maskedName", "maskedNik", "birthYear");

    private final MallService service;
    private final MallQueries requests;
    private final RequestQueries rows;
    private final ResidentQueries residents;
    private final Audit audit;
    private final Flash flash;
    private final Texts texts;
    private final Clock clock;

    MallPage(
            MallService service,
            MallQueries requests,
            RequestQueries rows,
            ResidentQueries residents,
            Audit audit,
            Flash flash,
            Texts texts,
            Clock clock) {
        this.service = service;
        this.requests = requests;
        this.rows = rows;
        this.residents = residents;
        this.audit = audit;
        this.flash = flash;
        this.texts = texts;
        this.clock = clock;
    }

    /** A resident as the clerk may see one, whose card lies on the counter. */
    public record Person(
            NodeId node,
            UUID id,
            String name,
            String maskedNik,
            Integer birthYear,
            String village,
            String kecamatan,
            BaseStatus status) {

        static Person of(ResidentRow row) {
            return new Person(
                    row.node(),
                    row.id(),
                    MaskedName.of(row.fullName()),
                    row.maskedNik(),
                    row.birthYear(),
                    row.villageName(),
                    row.kecamatanName(),
                    row.baseStatus());
        }
    }

    /** What the page of one request shows. */
    public record Sheet(MallRow request, List<MallLetter> letters, List<RequestRow.Step> steps) {}

    @CheckedTemplate(basePath = "mall")
    static class Templates {

        static native TemplateInstance list(Slice<MallRow> part, List<Person> found, boolean searched, String error);

        static native TemplateInstance form(
                Person person, List<LetterType> kinds, List<MallQueries.Open> open, MallForm form, FieldErrors errors);

        static native TemplateInstance request(Sheet sheet);

        static native TemplateInstance request$state(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String setelah) {
        return Templates.list(part(setelah), List.of(), false, null);
    }

    /** By POST, so that no NIK ever stands in an address; by the whole NIK only, since its card is at hand. */
    @POST
    @Path("cari")
    public Response search(@RestForm @DefaultValue("") String nik) {
        String digits = nik.replaceAll("[\\s.-]", "");
        if (!Nik.isValid(digits)) {
            String error = texts.of("mall.nik-wrong");
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.list(part(""), List.of(), false, error))
                    .build();
        }
        List<Person> found = residents.find(new ResidentSearch(digits, ""), VisibleArea.REGENCY, null, FOUND).stream()
                .map(Person::of)
                .toList();
        audit.record("mall-resident-searched", "village/*", SHOWN, "");
        return Response.ok(Templates.list(part(""), found, true, null)).build();
    }

    @GET
    @Path("baru/{node}/{resident}")
    public TemplateInstance form(NodeId node, UUID resident) {
        MallForm form = new MallForm();
        form.id = UuidV7.at(clock.instant()).toString();
        return form(person(node, resident), form, FieldErrors.none());
    }

    @POST
    @Path("baru/{node}/{resident}")
    public Response make(NodeId node, UUID resident, @BeanParam MallForm form) {
        Person person = person(node, resident);
        if (!form.hasId()) {
            form.id = UuidV7.at(clock.instant()).toString();
        }
        FieldErrors errors = FieldErrors.none();
        return form.toWish(node, resident, errors, texts)
                .map(wish -> {
                    service.make(wish);
                    flash.say("mall.made");
                    return to(wish.id());
                })
                .orElseGet(() -> Response.status(UNPROCESSABLE)
                        .entity(form(person, form, errors))
                        .build());
    }

    @GET
    @Path("{id}")
    public TemplateInstance request(UUID id) {
        return Templates.request(sheet(id));
    }

    /** The same part alone, fetched again whenever the village has said something. */
    @GET
    @Path("{id}/keadaan")
    public TemplateInstance state(UUID id) {
        return Templates.request$state(sheet(id));
    }

    @POST
    @Path("{id}/batal")
    public Response withdraw(UUID id, @RestForm @DefaultValue("") String alasan) {
        service.withdraw(id, alasan);
        flash.say("mall.withdrawal-asked");
        return to(id);
    }

    @GET
    @Path("{id}/surat/{letter}")
    @Produces("application/pdf")
    public Response print(UUID id, UUID letter) {
        return Response.ok(service.print(id, letter))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"surat-" + letter + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @POST
    @Path("{id}/surat/{letter}/minta")
    public Response askForFile(UUID id, UUID letter) {
        service.askForFile(id, letter);
        flash.say("mall.file-asked");
        return to(id);
    }

    @POST
    @Path("{id}/serah")
    public Response handOut(UUID id) {
        service.handOut(id);
        flash.say("mall.handed-out");
        return to(id);
    }

    private TemplateInstance form(Person person, MallForm form, FieldErrors errors) {
        return Templates.form(person, MallService.offered(), requests.openOf(person.node(), person.id()), form, errors);
    }

    private Slice<MallRow> part(String after) {
        return Slice.of(requests.list(Cursor.read(after, CURSOR_KEYS), PAGE), PAGE, MallQueries::cursorOf);
    }

    private Person person(NodeId node, UUID id) {
        return residents.find(node, id, VisibleArea.REGENCY).map(Person::of).orElseThrow(NotFoundException::new);
    }

    private Sheet sheet(UUID id) {
        MallRow request = requests.find(id).orElseThrow(NotFoundException::new);
        List<RequestRow.Step> steps = rows.find(request.node(), id, VisibleArea.REGENCY)
                .map(RequestRow::steps)
                .orElse(List.of());
        return new Sheet(request, requests.letters(request), steps);
    }

    private static Response to(UUID id) {
        return Response.seeOther(URI.create("/mpp/" + id)).build();
    }
}
