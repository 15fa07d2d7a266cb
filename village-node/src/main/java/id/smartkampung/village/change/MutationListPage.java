package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.RegisterRights;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.table.TableLines;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of births, deaths and moves, on the page and as a file. */
@Path("/peristiwa")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class MutationListPage {

    private static final int PAGE = 50;
    private static final int CHUNK = 1000;

    private final MutationQueries mutations;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;

    MutationListPage(MutationQueries mutations, CurrentAccount account, Audit audit, Texts texts) {
        this.mutations = mutations;
        this.account = account;
        this.audit = audit;
        this.texts = texts;
    }

    /** What the list shows; first and next are addresses or null, query is the filter for the downloads. */
    public record Listing(
            List<MutationQueries.Line> lines,
            long total,
            MutationListForm form,
            List<Choice> kinds,
            String first,
            String next,
            String query,
            boolean writable) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "change")
    static class Templates {

        static native TemplateInstance list(Listing listing);

        private Templates() {}
    }

    @GET
    public TemplateInstance list(@BeanParam MutationListForm form, @RestQuery UUID setelah) {
        return Templates.list(listing(form, setelah));
    }

    /** Searches; a NIK never becomes part of an address. */
    @POST
    public Response search(
            @RestForm String nama,
            @RestForm String macam,
            @RestForm String bulan,
            @RestForm String urut,
            @HeaderParam("HX-Request") String byScript) {
        MutationListForm form = new MutationListForm(nama, macam, bulan, urut);
        if (byScript == null && !form.isNumber()) {
            return Response.seeOther(URI.create("/peristiwa?" + form.query())).build();
        }
        return Response.ok(Templates.list(listing(form, null))).build();
    }

    /** The same list as a file. */
    @GET
    @Path("/unduh")
    public Response export(@BeanParam MutationListForm form, @RestQuery String jenis) {
        audit.record("mutations-exported", "mutation", List.of(), form.query());
        MutationFilter filter = form.filter();
        List<String> headings = List.of(texts.of("mutation.columns").split(";", -1));
        return new TableFile("peristiwa", headings, lines -> write(lines, filter)).as(jenis);
    }

    private void write(TableLines lines, MutationFilter filter) throws IOException {
        UUID after = null;
        for (List<MutationQueries.Line> chunk = mutations.list(filter, null, CHUNK);
                !chunk.isEmpty();
                chunk = mutations.list(filter, after, CHUNK)) {
            for (MutationQueries.Line line : chunk) {
                lines.add(cells(line));
            }
            after = chunk.get(chunk.size() - 1).mutation().id;
        }
    }

    private List<Object> cells(MutationQueries.Line line) {
        Mutation mutation = line.mutation();
        Deadline deadline = mutation.deadline();
        return Arrays.asList(
                texts.of("mutation.kind." + mutation.kind.name()),
                line.name(),
                Readings.readable(mutation.sex),
                Readings.readable(mutation.citizenship),
                mutation.dusun,
                mutation.happenedOn,
                mutation.reportedOn,
                deadline == null ? null : deadline.daysLate(),
                mutation.moveKind == null ? null : Readings.readable(mutation.moveKind),
                mutation.otherPlace,
                mutation.document,
                mutation.isUndone() ? texts.of("mutation.undone") : null);
    }

    private Listing listing(MutationListForm form, UUID after) {
        MutationFilter filter = form.filter();
        List<MutationQueries.Line> page = mutations.list(filter, after, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<MutationQueries.Line> shown = more ? page.subList(0, PAGE) : page;
        String query = form.query();
        String next = null;
        if (more && !form.isNumber()) {
            next = "/peristiwa?" + query + "&setelah=" + shown.get(PAGE - 1).mutation().id;
        }
        return new Listing(
                shown,
                mutations.count(filter),
                form,
                kinds(),
                after == null ? null : "/peristiwa?" + query,
                next,
                query,
                RegisterRights.mayWrite(account));
    }

    private List<Choice> kinds() {
        Stream<Choice> each = Arrays.stream(MutationKind.values())
                .map(kind -> new Choice(kind.name(), texts.of("mutation.kind." + kind.name())));
        return Stream.concat(Stream.of(new Choice("", texts.of("mutation.all"))), each)
                .toList();
    }
}
