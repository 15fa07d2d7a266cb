package id.smartkampung.district.overview;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Paging;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.status.VillageState;
import id.smartkampung.district.status.VillageStatus;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.CurrentAccount;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The village servers as JSON. */
@Path("/api/v1/villages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "villages")
@Authenticated
@Blocking
public class VillageResource {

    private final VillageLines villages;
    private final CurrentAccount account;

    VillageResource(VillageLines villages, CurrentAccount account) {
        this.villages = villages;
        this.account = account;
    }

    /** Public shape of a village server. */
    @Schema(name = "Village", description = "One village server and how its log stands at the regency.")
    public record VillageView(
            @Schema(examples = "35.10.01.2001", description = "Name of the server for life.")
            String node,

            @Schema(examples = "35.10.01.2001") String kodeDesa,
            @Schema(examples = "35.10.01") String kodeKecamatan,
            @Schema(examples = "Sarongan") String name,

            @Schema(
                    examples = "desa",
                    enumeration = {"desa", "kelurahan"})
            String kind,

            VillageState state,

            @Schema(description = "Everything that the village announced last has come.")
            boolean complete,

            @Schema(description = "Sequence of the last event applied.")
            long sequence,

            @Schema(description = "Events that were announced and are not applied yet.")
            long lag,

            @Schema(description = "Events that wait for a person.")
            long parked,

            @Schema(nullable = true) Instant lastHeardAt,
            @Schema(nullable = true) Instant lastAppliedAt,
            @Schema(nullable = true, examples = "1.0.0") String version,
            long people,
            long families,

            @Schema(
                    nullable = true,
                    description = "The last place of its log at which its data here were proven equal.")
            Long provenSequence,

            @Schema(nullable = true, description = "When that was.")
            Instant provenAt,

            @Schema(description = "Grows when the village begins its log anew; `sequence` counts within it.")
            int epoch) {

        static VillageView of(VillageLine line) {
            VillageStatus status = line.status();
            return new VillageView(
                    status.node().value(),
                    status.desa().value(),
                    status.kecamatan().value(),
                    status.name(),
                    status.kelurahan() ? "kelurahan" : "desa",
                    status.state(),
                    line.isComplete(),
                    status.sequence(),
                    status.lag(),
                    status.parked(),
                    status.lastHeardAt(),
                    status.lastAppliedAt(),
                    status.version(),
                    line.sums().people(),
                    line.sums().families(),
                    line.proof().sequence(),
                    line.proof().provenAt(),
                    status.epoch());
        }
    }

    @GET
    @Operation(operationId = "listVillages", summary = "The village servers, in the order of their kode desa")
    public RestResponse<Slice<VillageView>> list(
            @Parameter(description = "Only of this kecamatan.", example = "35.10.01") @RestQuery String kecamatan,
            @Parameter(description = "Only in this state.", schema = @Schema(implementation = VillageState.class))
                    @RestQuery
                    String state,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        Asked asked = new Asked();
        int most = asked.limit(paging.limit);
        VillageState wanted = asked.constant(VillageState.class, "state", state);
        Cursor after = asked.cursor(paging.cursor, 2);
        asked.check();
        List<VillageLine> lines = villages.of(VisibleArea.of(account).narrowedTo(kecamatan)).stream()
                .filter(line -> wanted == null || line.status().state() == wanted)
                .filter(line -> after == null || isAfter(line, after))
                .limit(most + 1L)
                .toList();
        return Slice.of(
                        lines,
                        most,
                        line -> Cursor.of(line.status().desa(), line.status().node()))
                .map(VillageView::of)
                .answer(uri);
    }

    @GET
    @Path("{node}")
    @Operation(operationId = "getVillage", summary = "One village server")
    public VillageView one(
            @Parameter(example = "35.10.01.2001", schema = @Schema(implementation = String.class)) NodeId node) {
        return villages.find(node, VisibleArea.of(account)).map(VillageView::of).orElseThrow(NotFoundException::new);
    }

    private static boolean isAfter(VillageLine line, Cursor cursor) {
        int byKode = line.status().desa().value().compareTo(cursor.key(0));
        return byKode > 0 || (byKode == 0 && line.status().node().value().compareTo(cursor.key(1)) > 0);
    }
}
