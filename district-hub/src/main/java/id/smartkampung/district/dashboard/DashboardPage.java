package id.smartkampung.district.dashboard;

import id.smartkampung.district.overview.Overview;
import id.smartkampung.district.overview.Overview.KecamatanLine;
import id.smartkampung.district.overview.OverviewQueries;
import id.smartkampung.district.overview.VillageTable;
import id.smartkampung.district.statistics.TotalsQueries;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** What an official sees first: how complete the data are, the totals, the map, the kecamatan with their villages. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Blocking
public class DashboardPage {

    private static final int DAYS = 14;

    private final OverviewQueries overviews;
    private final TotalsQueries totals;
    private final CurrentAccount account;
    private final Texts texts;

    DashboardPage(OverviewQueries overviews, TotalsQueries totals, CurrentAccount account, Texts texts) {
        this.overviews = overviews;
        this.totals = totals;
        this.account = account;
        this.texts = texts;
    }

    /** How many requests came into which state since midnight. */
    public record Today(Map<RequestState, Long> steps) {

        public long inState(RequestState state) {
            return steps.getOrDefault(state, 0L);
        }

        public long completed() {
            return inState(RequestState.COMPLETED);
        }

        public long rejected() {
            return inState(RequestState.REJECTED);
        }
    }

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {

        static native TemplateInstance dashboard(
                Overview overview,
                Today today,
                MapView map,
                RequestDays days,
                TableChoice choice,
                List<KecamatanLine> lines);

        static native TemplateInstance dashboard$figures(Overview overview, Today today);

        static native TemplateInstance dashboard$map(MapView map, Overview overview);

        static native TemplateInstance dashboard$days(RequestDays days, Overview overview);

        static native TemplateInstance dashboard$states(Overview overview, Today today);

        static native TemplateInstance dashboard$table(
                Overview overview, TableChoice choice, List<KecamatanLine> lines);

        private Templates() {}
    }

    @GET
    public TemplateInstance dashboard(
            @RestQuery @DefaultValue("") String peta,
            @RestQuery @DefaultValue("") String urut,
            @RestQuery @DefaultValue("") String arah,
            @RestQuery List<String> buka,
            @RestQuery @DefaultValue("") String semua) {
        Overview overview = overview();
        TableChoice choice = choice(overview, urut, arah, buka, semua);
        return Templates.dashboard(
                overview,
                today(),
                MapView.of(MapContent.of(peta), overview, area()),
                days(overview),
                choice,
                choice.sorted(overview.kecamatan()));
    }

    @GET
    @Path("ringkasan/angka")
    public TemplateInstance figures() {
        return Templates.dashboard$figures(overview(), today());
    }

    @GET
    @Path("ringkasan/peta")
    public TemplateInstance map(@RestQuery @DefaultValue("") String peta) {
        Overview overview = overview();
        return Templates.dashboard$map(MapView.of(MapContent.of(peta), overview, area()), overview);
    }

    @GET
    @Path("ringkasan/saluran")
    public TemplateInstance days() {
        Overview overview = overview();
        return Templates.dashboard$days(days(overview), overview);
    }

    @GET
    @Path("ringkasan/keadaan")
    public TemplateInstance states() {
        return Templates.dashboard$states(overview(), today());
    }

    @GET
    @Path("ringkasan/tabel")
    public TemplateInstance table(
            @RestQuery @DefaultValue("") String urut,
            @RestQuery @DefaultValue("") String arah,
            @RestQuery List<String> buka,
            @RestQuery @DefaultValue("") String semua) {
        Overview overview = overview();
        TableChoice choice = choice(overview, urut, arah, buka, semua);
        return Templates.dashboard$table(overview, choice, choice.sorted(overview.kecamatan()));
    }

    @GET
    @Path("ringkasan/tabel/ekspor")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response exportTable(@RestQuery @DefaultValue("xlsx") String format) {
        Overview overview = overview();
        return new VillageTable(texts)
                .file(overview.villages(), overview.asOf())
                .as(format);
    }

    @GET
    @Path("ringkasan/saluran/ekspor")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response exportDays(@RestQuery @DefaultValue("xlsx") String format) {
        RequestDays days = days(overview());
        List<String> headings = Stream.concat(
                        Stream.of(texts.of("column.day")),
                        days.channels().stream().map(RequestDays::wordOf))
                .toList();
        List<List<Object>> rows = days.rows().stream()
                .map(row -> Stream.concat(Stream.<Object>of(row.day()), row.amounts().stream())
                        .collect(Collectors.toList()))
                .toList();
        return TableFile.of(texts.of("file.requests-by-day"), headings, rows).as(format);
    }

    private Overview overview() {
        return overviews.of(area());
    }

    private VisibleArea area() {
        return VisibleArea.of(account);
    }

    private Today today() {
        return new Today(totals.stepsToday(area().kecamatan()));
    }

    private RequestDays days(Overview overview) {
        return RequestDays.of(overview.asOf(), DAYS, totals.byDayAndChannel(DAYS, area().kecamatan()));
    }

    /** Until something is chosen, a single kecamatan that has villages stands open. */
    private static TableChoice choice(Overview overview, String urut, String arah, List<String> buka, String semua) {
        List<KecamatanLine> joined =
                overview.kecamatan().stream().filter(KecamatanLine::hasJoined).toList();
        List<String> open = buka.isEmpty() && joined.size() == 1
                ? List.of(joined.get(0).kode().value())
                : buka;
        return TableChoice.of(urut.isBlank() ? "penduduk" : urut, arah, open, !semua.isBlank());
    }
}
