package id.smartkampung.district.resident;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Caller;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Paging;
import id.smartkampung.district.api.PersonRows;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Sex;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Residents as JSON: masked, and opened to a client for a purpose of its own. */
@Path("/api/v1/residents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "residents")
@RolesAllowed({Scopes.RESIDENTS_MIN, Scopes.RESIDENTS_NIK})
@Blocking
public class ResidentResource {

    private static final List<String> SHOWN = List.of("fullName", "maskedNik", "sex", "birthYear", "rt", "rw");
    private static final List<String> OPENED =
            Stream.concat(SHOWN.stream(), Stream.of("nik", "noKk", "bornOn")).toList();

    private final ResidentQueries residents;
    private final PersonRows rows;
    private final CurrentAccount account;
    private final Caller caller;

    ResidentResource(ResidentQueries residents, PersonRows rows, CurrentAccount account, Caller caller) {
        this.residents = residents;
        this.rows = rows;
        this.account = account;
        this.caller = caller;
    }

    /** Public shape of a resident: whole NIK, KK number and birth date only for a purpose. */
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
            @Schema(nullable = true) String rt,

            @Schema(nullable = true, description = "Of the same `node`; null where it is not recorded.")
            UUID familyId,

            @Schema(description = "Only with the scope `residents.nik` and the header `Kampung-Purpose`.")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String nik,

            @Schema(description = "As `nik`.") @JsonInclude(JsonInclude.Include.NON_NULL)
            String noKk,

            @Schema(description = "As `nik`.") @JsonInclude(JsonInclude.Include.NON_NULL)
            LocalDate bornOn) {

        static ResidentView of(ResidentRow row, boolean opened) {
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
                    row.rt(),
                    row.familyId(),
                    opened && row.nik() != null ? row.nik().value() : null,
                    opened && row.noKk() != null ? row.noKk().value() : null,
                    opened ? row.bornOn() : null);
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
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        Asked asked = new Asked();
        int most = asked.limit(paging.limit);
        Cursor after = asked.cursor(paging.cursor, 2);
        asked.check();
        boolean opens = caller.opens();
        VisibleArea area = VisibleArea.of(account).narrowedTo(kecamatan);
        Slice<ResidentRow> part = rows.page(
                "residents-listed",
                "resident",
                opens ? OPENED : SHOWN,
                area,
                village,
                most,
                () -> residents.find(new ResidentSearch("", village), area, after, most));
        return part.map(row -> ResidentView.of(row, opens)).answer(uri);
    }

    @GET
    @Path("{node}/{id}")
    @Operation(operationId = "getResident", summary = "One resident; recorded in the audit trail")
    public ResidentView one(
            @Parameter(example = "35.10.01.2001", schema = @Schema(implementation = String.class)) NodeId node,
            UUID id) {
        boolean opens = caller.opens();
        ResidentRow row = residents.find(node, id, VisibleArea.of(account)).orElseThrow(NotFoundException::new);
        rows.told(opens ? "resident-opened" : "resident-seen", "resident", opens ? OPENED : SHOWN, row);
        return ResidentView.of(row, opens);
    }
}
