package id.smartkampung.district.family;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Caller;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Paging;
import id.smartkampung.district.api.PersonRows;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.family.FamilyQueries.FamilyRow;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.CurrentAccount;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Families as JSON: masked, and opened to a client for a purpose of its own. */
@Path("/api/v1/families")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "families")
@RolesAllowed({Scopes.RESIDENTS_MIN, Scopes.RESIDENTS_NIK})
@Blocking
public class FamilyResource {

    private static final List<String> SHOWN = List.of("maskedNoKk", "dusun", "rw", "rt");
    private static final List<String> OPENED =
            Stream.concat(SHOWN.stream(), Stream.of("noKk", "address")).toList();

    private final FamilyQueries families;
    private final PersonRows rows;
    private final CurrentAccount account;
    private final Caller caller;

    FamilyResource(FamilyQueries families, PersonRows rows, CurrentAccount account, Caller caller) {
        this.families = families;
        this.rows = rows;
        this.account = account;
        this.caller = caller;
    }

    /** Public shape of a family: whole KK number and address only for a purpose. */
    @Schema(name = "Family", description = "A family, masked; its members are the residents with its `familyId`.")
    public record FamilyView(
            @Schema(examples = "35.10.01.2001") String node,
            UUID id,
            @Schema(examples = "35.10.01.2001") String kodeDesa,

            @Schema(nullable = true, examples = "351001••••••••••")
            String maskedNoKk,

            @Schema(nullable = true) String dusun,
            @Schema(nullable = true) String rw,
            @Schema(nullable = true) String rt,

            @Schema(description = "Only with the scope `residents.nik` and the header `Kampung-Purpose`.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String noKk,

            @Schema(description = "As `noKk`.") @JsonInclude(JsonInclude.Include.NON_NULL)
            String address) {

        static FamilyView of(FamilyRow row, boolean opened) {
            return new FamilyView(
                    row.node().value(),
                    row.id(),
                    row.desa().value(),
                    row.noKk() == null ? null : row.noKk().masked(),
                    row.dusun(),
                    row.rw(),
                    row.rt(),
                    opened && row.noKk() != null ? row.noKk().value() : null,
                    opened ? row.address() : null);
        }
    }

    @GET
    @Operation(
            operationId = "listFamilies",
            summary = "Families by village and id; each page is recorded in the audit trail")
    public RestResponse<Slice<FamilyView>> list(
            @Parameter(description = "Only of this kecamatan.", example = "35.10.01") @RestQuery String kecamatan,
            @Parameter(description = "Only of this village server.", example = "35.10.01.2001")
                    @RestQuery
                    @DefaultValue("")
                    String village,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        Asked asked = new Asked();
        int most = asked.limit(paging.limit);
        Cursor after = asked.cursor(paging.cursor, 2);
        asked.check();
        boolean opens = caller.opens();
        VisibleArea area = VisibleArea.of(account).narrowedTo(kecamatan);
        Slice<FamilyRow> part = rows.page(
                "families-listed",
                "family",
                opens ? OPENED : SHOWN,
                area,
                village,
                most,
                () -> families.find(area, village, after, most));
        return part.map(row -> FamilyView.of(row, opens)).answer(uri);
    }

    @GET
    @Path("{node}/{id}")
    @Operation(operationId = "getFamily", summary = "One family; recorded in the audit trail")
    public FamilyView one(
            @Parameter(example = "35.10.01.2001", schema = @Schema(implementation = String.class)) NodeId node,
            UUID id) {
        boolean opens = caller.opens();
        FamilyRow row = families.find(node, id, VisibleArea.of(account)).orElseThrow(NotFoundException::new);
        rows.told("family-seen", "family", opens ? OPENED : SHOWN, row);
        return FamilyView.of(row, opens);
    }
}
