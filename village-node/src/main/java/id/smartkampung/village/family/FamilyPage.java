package id.smartkampung.village.family;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.village.lookup.FamilyFilter;
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
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.table.TableLines;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
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
    private static final int CHUNK = 1000;
    private static final int CHANGES = 20;

    private final FamilyQueries families;
    private final ResidentQueries residents;
    private final HistoryReader history;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;
    private final Clock clock;

    FamilyPage(
            FamilyQueries families,
            ResidentQueries residents,
            HistoryReader history,
            CurrentAccount account,
            Audit audit,
            Texts texts,
            Clock clock) {
        this.families = families;
        this.residents = residents;
        this.history = history;
        this.account = account;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /** What the list shows; first and next are addresses or null, query is the filter for the downloads. */
    public record Listing(
            List<FamilyQueries.Line> lines,
            long total,
            FamilyListForm form,
            List<String> dusuns,
            String first,
            String next,
            String query,
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

        /** How many of the members are here; the others died or moved away. */
        public long here() {
            return members.stream().filter(Resident::isCounted).count();
        }

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
    public TemplateInstance list(@BeanParam FamilyListForm form, @RestQuery UUID setelah) {
        return Templates.list(listing(form, setelah));
    }

    /** Searches; a NIK or No. KK never becomes part of an address. */
    @POST
    public Response search(
            @RestForm String nama,
            @RestForm String dusun,
            @RestForm String urut,
            @HeaderParam("HX-Request") String byScript) {
        FamilyListForm form = new FamilyListForm(nama, dusun, urut);
        if (byScript == null && !form.isNumber()) {
            return Response.seeOther(URI.create("/keluarga?" + form.query())).build();
        }
        return Response.ok(Templates.list(listing(form, null))).build();
    }

    /** The list as a file; the numbers stay masked. */
    @GET
    @Path("/unduh")
    public Response export(@BeanParam FamilyListForm form, @RestQuery String jenis) {
        audit.record("families-exported", "family", List.of("masked"), "");
        FamilyFilter filter = form.filter();
        List<String> headings = List.of(texts.of("family.columns").split(";", -1));
        return new TableFile("keluarga", headings, lines -> write(lines, filter)).as(jenis);
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

    private void write(TableLines lines, FamilyFilter filter) throws IOException {
        UUID after = null;
        for (List<FamilyQueries.Line> chunk = families.list(filter, null, CHUNK);
                !chunk.isEmpty();
                chunk = families.list(filter, after, CHUNK)) {
            for (FamilyQueries.Line line : chunk) {
                String number = line.noKk() == null ? null : line.noKk().masked();
                lines.add(Arrays.asList(
                        line.head(), number, line.members(), line.address(), line.dusun(), line.rw(), line.rt()));
            }
            after = chunk.get(chunk.size() - 1).id();
        }
    }

    private Listing listing(FamilyListForm form, UUID after) {
        FamilyFilter filter = form.filter();
        List<FamilyQueries.Line> page = families.list(filter, after, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<FamilyQueries.Line> shown = more ? page.subList(0, PAGE) : page;
        String query = form.query();
        return new Listing(
                shown,
                families.count(filter),
                form,
                residents.dusuns(),
                after == null ? null : "/keluarga?" + query,
                more && !form.isNumber()
                        ? "/keluarga?" + query + "&setelah="
                                + shown.get(PAGE - 1).id()
                        : null,
                query,
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

    private static Family found(UUID id) {
        return Family.<Family>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }
}
