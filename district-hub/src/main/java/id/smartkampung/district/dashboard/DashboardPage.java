package id.smartkampung.district.dashboard;

import id.smartkampung.district.dashboard.Overview.KecamatanLine;
import id.smartkampung.district.statistics.TotalsQueries;
import id.smartkampung.district.village.VillageTable;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.TableFile;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.account.CurrentAccount;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

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

    /** What has happened to requests since midnight. */
    public record Today(long completed, long rejected) {

        static Today of(Map<RequestState, Long> steps) {
            return new Today(
                    steps.getOrDefault(RequestState.COMPLETED, 0L), steps.getOrDefault(RequestState.REJECTED, 0L));
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

        static native TemplateInstance dashboard$table(
                Overview overview, TableChoice choice, List<KecamatanLine> lines);

        private Templates() {}
    }

    @GET
    @Operation(hidden = true)
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
    @Operation(hidden = true)
    public TemplateInstance figures() {
        return Templates.dashboard$figures(overview(), today());
    }

    @GET
    @Path("ringkasan/peta")
    @Operation(hidden = true)
    public TemplateInstance map(@RestQuery @DefaultValue("") String peta) {
        Overview overview = overview();
        return Templates.dashboard$map(MapView.of(MapContent.of(peta), overview, area()), overview);
    }

    @GET
    @Path("ringkasan/saluran")
    @Operation(hidden = true)
    public TemplateInstance days() {
        Overview overview = overview();
        return Templates.dashboard$days(days(overview), overview);
    }

    @GET
    @Path("ringkasan/tabel")
    @Operation(hidden = true)
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
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<byte[]> exportTable(@RestQuery @DefaultValue("xlsx") String format) {
        Overview overview = overview();
        return new VillageTable(texts)
                .file(overview.villages(), overview.asOf())
                .as(format);
    }

    @GET
    @Path("ringkasan/saluran/ekspor")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public RestResponse<byte[]> exportDays(@RestQuery @DefaultValue("xlsx") String format) {
        RequestDays days = days(overview());
        List<String> headings = Stream.concat(
                        Stream.of(texts.of("column.day")),
                        days.channels().stream().map(RequestDays::wordOf))
                .toList();
        List<List<Object>> rows = days.rows().stream()
                .map(row -> Stream.concat(Stream.<Object>of(row.day()), row.amounts().stream())
                        .collect(Collectors.toList()))
                .toList();
        return new TableFile(texts.of("file.requests-by-day"), headings, rows).as(format);
    }

    private Overview overview() {
        return overviews.of(area());
    }

    private VisibleArea area() {
        return VisibleArea.of(account);
    }

    private Today today() {
        return Today.of(totals.stepsToday(area().kecamatan()));
    }

    private RequestDays days(Overview overview) {
        return RequestDays.of(overview.asOf(), DAYS, totals.byDayAndChannel(DAYS, area().kecamatan()));
    }

    /** Until something is chosen, a single kecamatan that has villages stands open. */
    private static TableChoice choice(Overview overview, String urut, String arah, List<String> buka, String semua) {
        List<String> open = buka.stream().filter(kode -> !kode.isBlank()).toList();
        List<KecamatanLine> joined =
                overview.kecamatan().stream().filter(KecamatanLine::hasJoined).toList();
        if (buka.isEmpty() && joined.size() == 1) {
            open = List.of(joined.get(0).kode().value());
        }
        return TableChoice.of(urut.isBlank() ? "penduduk" : urut, arah, open, !semua.isBlank());
    }
}
