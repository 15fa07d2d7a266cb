package id.smartkampung.village.resident;

import id.smartkampung.village.lookup.ResidentFilter;
import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.register.RegisterRights;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.time.Wib;
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
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of residents. */
@Path("/penduduk")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ResidentListPage {

    private static final int PAGE = 50;

    private final ResidentQueries residents;
    private final CurrentAccount account;
    private final Clock clock;

    ResidentListPage(ResidentQueries residents, CurrentAccount account, Clock clock) {
        this.residents = residents;
        this.account = account;
        this.clock = clock;
    }

    /**
     * What the list shows.
     *
     * @param next address of the following page; null on the last one
     * @param first address of the first page; null on it
     * @param query the filter as part of an address, for the downloads
     */
    public record Listing(
            List<Resident> residents,
            long total,
            ResidentListForm form,
            List<String> dusuns,
            LocalDate today,
            String first,
            String next,
            String query,
            boolean writable) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "resident")
    static class Templates {

        static native TemplateInstance list(Listing listing);

        private Templates() {}
    }

    @GET
    public TemplateInstance list(@BeanParam ResidentListForm form, @RestQuery UUID setelah) {
        return Templates.list(listing(form, setelah));
    }

    /** Searches. A name becomes part of the address, so that it can be kept; a NIK never does. */
    @POST
    public Response search(
            @RestForm String nama,
            @RestForm String dusun,
            @RestForm String jk,
            @RestForm String status,
            @RestForm String urut,
            @HeaderParam("HX-Request") String byScript) {
        ResidentListForm form = new ResidentListForm(nama, dusun, jk, status, urut);
        if (byScript == null && !form.isNumber()) {
            return Response.seeOther(URI.create("/penduduk?" + form.query())).build();
        }
        return Response.ok(Templates.list(listing(form, null))).build();
    }

    private Listing listing(ResidentListForm form, UUID after) {
        ResidentFilter filter = form.filter();
        List<Resident> page = residents.list(filter, after, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<Resident> shown = more ? page.subList(0, PAGE) : page;
        String query = form.query();
        return new Listing(
                shown,
                residents.count(filter),
                form,
                residents.dusuns(),
                Wib.dateOf(clock.instant()),
                after == null ? null : "/penduduk?" + query,
                more && !form.isNumber() ? "/penduduk?" + query + "&setelah=" + shown.get(PAGE - 1).id : null,
                query,
                RegisterRights.mayWrite(account));
    }
}
