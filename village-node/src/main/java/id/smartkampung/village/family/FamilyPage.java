package id.smartkampung.village.family;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.lookup.FamilyQueries;
import id.smartkampung.village.lookup.HistoryLine;
import id.smartkampung.village.lookup.HistoryReader;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.RegisterRights;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of families, and one family with its members. */
@Path("/keluarga")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FamilyPage {

    private static final int PAGE = 50;
    private static final int CHANGES = 20;

    private final FamilyQueries families;
    private final ResidentQueries residents;
    private final HistoryReader history;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    FamilyPage(
            FamilyQueries families,
            ResidentQueries residents,
            HistoryReader history,
            CurrentAccount account,
            Audit audit,
            Clock clock) {
        this.families = families;
        this.residents = residents;
        this.history = history;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the list shows; first and next are addresses or null. */
    public record Listing(
            List<FamilyQueries.Line> lines,
            long total,
            String typed,
            String dusun,
            List<String> dusuns,
            String first,
            String next,
            boolean writable) {}

    /** What the page of one family shows; number is the clear No. KK where it was opened on this page. */
    public record Card(
            Family family,
            List<Resident> members,
            List<Choice> relationships,
            List<HistoryLine> history,
            LocalDate today,
            boolean writable,
            String number) {

        public boolean isOpened() {
            return number != null;
        }

        /** Where the eye of the No. KK asks. */
        public String opening() {
            return "/keluarga/" + family.id + "/buka";
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "family")
    static class Templates {

        static native TemplateInstance list(Listing listing);

        static native TemplateInstance detail(Card card);

        private Templates() {}
    }

    @GET
    public TemplateInstance list(@RestQuery String nama, @RestQuery String dusun, @RestQuery UUID setelah) {
        return Templates.list(listing(given(nama), given(dusun), setelah));
    }

    /** Searches; a NIK or No. KK never becomes part of an address. */
    @POST
    public Response search(@RestForm String nama, @RestForm String dusun, @HeaderParam("HX-Request") String byScript) {
        if (byScript == null && !ResidentQueries.isNumber(nama)) {
            return Response.seeOther(URI.create("/keluarga?" + query(given(nama), given(dusun))))
                    .build();
        }
        return Response.ok(Templates.list(listing(given(nama), given(dusun), null)))
                .build();
    }

    @GET
    @Path("/{id}")
    public TemplateInstance detail(UUID id) {
        return Templates.detail(card(found(id), null));
    }

    /** Opens the No. KK and leaves a trace of it. */
    @POST
    @Path("/{id}/buka")
    public Response reveal(UUID id, @HeaderParam("HX-Request") String byScript) {
        Family family = found(id);
        if (family.noKk == null) {
            throw new NotFoundException();
        }
        audit.record("revealed", new Subject(Subject.FAMILY, id).toString(), List.of("noKk"), "");
        if (byScript != null) {
            return Response.ok(family.noKk.value(), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                    .build();
        }
        return Response.ok(Templates.detail(card(family, family.noKk.value()))).build();
    }

    private Listing listing(String typed, String dusun, UUID after) {
        List<FamilyQueries.Line> page = families.list(typed, dusun, after, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<FamilyQueries.Line> shown = more ? page.subList(0, PAGE) : page;
        String query = query(typed, dusun);
        boolean number = ResidentQueries.isNumber(typed);
        return new Listing(
                shown,
                families.count(typed, dusun),
                typed,
                dusun,
                residents.dusuns(),
                after == null ? null : "/keluarga?" + query,
                more && !number
                        ? "/keluarga?" + query + "&setelah="
                                + shown.get(PAGE - 1).id()
                        : null,
                RegisterRights.mayWrite(account));
    }

    private Card card(Family family, String number) {
        List<Choice> relationships = Arrays.stream(Relationship.values())
                .map(entry -> new Choice(String.valueOf(entry.code()), Readings.readable(entry)))
                .toList();
        return new Card(
                family,
                Resident.listByFamily(family.id),
                relationships,
                history.lines(Subject.FAMILY, family.id, CHANGES),
                Wib.dateOf(clock.instant()),
                RegisterRights.mayWrite(account),
                number);
    }

    private static String query(String typed, String dusun) {
        StringBuilder query = new StringBuilder();
        if (typed != null && !ResidentQueries.isNumber(typed)) {
            query.append("nama=").append(URLEncoder.encode(typed, StandardCharsets.UTF_8));
        }
        if (dusun != null) {
            query.append(query.isEmpty() ? "" : "&").append("dusun=");
            query.append(URLEncoder.encode(dusun, StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private static Family found(UUID id) {
        return Family.<Family>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static String given(String text) {
        return text == null || text.isBlank() || text.indexOf('\0') >= 0 ? null : text.strip();
    }
}
