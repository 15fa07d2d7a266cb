package id.smartkampung.district.overview;

import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.statistics.Sums;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.account.CurrentAccount;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** The totals of the regency, its kecamatan and its villages as JSON. */
@Path("/api/v1/totals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "totals")
@RolesAllowed(Scopes.STATISTICS)
@Blocking
public class TotalsResource {

    private final OverviewQueries overviews;
    private final CurrentAccount account;

    TotalsResource(OverviewQueries overviews, CurrentAccount account) {
        this.overviews = overviews;
        this.account = account;
    }

    /** Totals of one area. */
    @Schema(name = "Totals", description = "Totals of one area, as the sum of its villages that have joined.")
    public record TotalsView(
            @Schema(
                    examples = "35.10.01",
                    nullable = true,
                    description = "Kode wilayah; absent for all that the account may see.")
            String kode,

            @Schema(nullable = true, examples = "Pesanggaran")
            String name,

            @Schema(description = "Villages that have joined.")
            int villages,

            @Schema(description = "Of these, how many have sent everything that they announced.")
            long complete,

            @Schema(description = "Residents who are alive and registered.")
            long people,

            long men,
            long women,

            @Schema(description = "Residents whose sex is not recorded.")
            long unknown,

            long families,

            @Schema(description = "Requests by the state that they are in now.")
            Map<RequestState, Long> requests,

            @Schema(description = "Requests that came in since midnight (WIB).")
            long requestsToday,

            @Schema(description = "Requests that came in during the last 30 days.")
            long requestsMonth) {

        static TotalsView of(String kode, String name, int villages, long complete, Sums sums) {
            return new TotalsView(
                    kode,
                    name,
                    villages,
                    complete,
                    sums.people(),
                    sums.men(),
                    sums.women(),
                    sums.unknown(),
                    sums.families(),
                    new TreeMap<>(sums.requests()),
                    sums.today(),
                    sums.month());
        }
    }

    /** Totals with the moment that they are of. */
    @Schema(name = "TotalsList", description = "Totals of areas, as of one moment.")
    public record TotalsList(
            @Schema(description = "When they were read; villages that are offline count with their last state.")
            Instant asOf,

            List<TotalsView> items) {}

    @GET
    @Operation(operationId = "getTotals", summary = "The totals of all that the account may see")
    public TotalsList all() {
        Overview overview = overviews.of(VisibleArea.of(account));
        return new TotalsList(
                overview.asOf(),
                List.of(TotalsView.of(
                        VisibleArea.of(account).code(),
                        null,
                        overview.villages().size(),
                        overview.complete(),
                        overview.sums())));
    }

    @GET
    @Path("kecamatan")
    @Operation(operationId = "getTotalsByKecamatan", summary = "The totals of each kecamatan, by code")
    public TotalsList byKecamatan() {
        Overview overview = overviews.of(VisibleArea.of(account));
        return new TotalsList(
                overview.asOf(),
                overview.kecamatan().stream()
                        .map(line -> TotalsView.of(
                                line.kode().value(),
                                line.name(),
                                line.villages().size(),
                                line.complete(),
                                line.sums()))
                        .toList());
    }

    @GET
    @Path("villages")
    @Operation(operationId = "getTotalsByVillage", summary = "The totals of each village that has joined, by code")
    public TotalsList byVillage(
            @Parameter(description = "Only of this kecamatan.", example = "35.10.01") @RestQuery String kecamatan) {
        Overview overview = overviews.of(VisibleArea.of(account).narrowedTo(kecamatan));
        return new TotalsList(
                overview.asOf(),
                overview.villages().stream()
                        .map(line -> TotalsView.of(
                                line.status().desa().value(),
                                line.status().name(),
                                1,
                                line.isComplete() ? 1 : 0,
                                line.sums()))
                        .toList());
    }
}
