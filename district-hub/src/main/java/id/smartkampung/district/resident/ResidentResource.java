package id.smartkampung.district.resident;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.audit.Audit;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Residents as JSON, masked, for those who may see persons. */
@Path("/api/v1/residents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "residents")
@RolesAllowed({Roles.DUKCAPIL, Roles.INSPEKTORAT, Roles.ADMIN})
@Blocking
public class ResidentResource {

    private static final List<String> SHOWN = List.of("fullName", "maskedNik", "sex", "birthYear", "rt", "rw");

    private final ResidentQueries residents;
    private final Audit audit;

    ResidentResource(ResidentQueries residents, Audit audit) {
        this.residents = residents;
        this.audit = audit;
    }

    /** Public shape of a resident: no whole NIK and no birth date. */
    @Schema(name = "Resident", description = "A resident, masked.")
    public record ResidentView(
            @Schema(examples = "35.10.01.2001") String node,
            UUID id,
            @Schema(examples = "35.10.01.2001") String kodeDesa,

            @Schema(nullable = true, examples = "351001••••••••••")
            String maskedNik,

            String fullName,

            @Schema(nullable = true, implementation = Integer.class, description = "1 male, 2 female")
            Sex sex,

            @Schema(nullable = true, examples = "1987") Integer birthYear,

            @Schema(
                    implementation = Integer.class,
                    description = "1 alive, 2 dead, 3 moved, 4 missing, 6 away, 9 invalid")
            BaseStatus baseStatus,

            @Schema(nullable = true) String dusun,
            @Schema(nullable = true) String rw,
            @Schema(nullable = true) String rt) {

        static ResidentView of(ResidentRow row) {
            return new ResidentView(
                    row.node().value(),
                    row.id(),
                    row.desa().value(),
                    row.maskedNik(),
                    row.fullName(),
                    row.sex(),
                    row.birthYear(),
                    row.baseStatus(),
                    row.dusun(),
                    row.rw(),
                    row.rt());
        }
    }

    @GET
    @Operation(
            operationId = "listResidents",
            summary = "Residents by village and id; each page is recorded in the audit trail")
    public RestResponse<Slice<ResidentView>> list(
            @Parameter(description = "Only of this kecamatan.", example = "35.10.01") @RestQuery String kecamatan,
            @Parameter(description = "Only of this village server.", example = "35.10.01.2001")
                    @RestQuery
                    @DefaultValue("")
                    String village,
            @RestQuery @DefaultValue("100") int limit,
            @RestQuery String cursor,
            @Context UriInfo uri) {
        int most = Asked.limit(limit);
        List<ResidentRow> rows = residents.find(
                new ResidentSearch("", village),
                VisibleArea.REGENCY.narrowedTo(kecamatan).kecamatan(),
                Cursor.read(cursor, 2),
                most);
        audit.record("residents-listed", village.isBlank() ? "village/*" : "village/" + village, SHOWN, "");
        return Slice.of(rows, most, ResidentQueries::cursorOf)
                .map(ResidentView::of)
                .answer(uri);
    }

    @GET
    @Path("{node}/{id}")
    @Operation(operationId = "getResident", summary = "One resident; recorded in the audit trail")
    public ResidentView one(
            @Parameter(example = "35.10.01.2001", schema = @Schema(implementation = String.class)) NodeId node,
            UUID id) {
        ResidentRow row = residents.find(node, id).orElseThrow(NotFoundException::new);
        audit.record("resident-seen", "resident/" + node + "/" + id, SHOWN, "");
        return ResidentView.of(row);
    }
}
