package id.smartkampung.district.change;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Paging;
import id.smartkampung.district.api.PersonRows;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.web.account.CurrentAccount;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Births, deaths and moves as JSON, each with the id of its resident. */
@Path("/api/v1/mutations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mutations")
@RolesAllowed({Scopes.RESIDENTS_MIN, Scopes.RESIDENTS_NIK})
@Blocking
public class MutationResource {

    private static final List<String> SHOWN = List.of("kind", "happenedOn", "reportedOn", "sex", "otherArea");

    private final MutationQueries mutations;
    private final PersonRows rows;
    private final CurrentAccount account;

    MutationResource(MutationQueries mutations, PersonRows rows, CurrentAccount account) {
        this.mutations = mutations;
        this.rows = rows;
        this.account = account;
    }

    /** Public shape of a mutation. */
    @Schema(name = "Mutation", description = "What added a resident to a village or took one away; never deleted.")
    public record MutationView(
            @Schema(examples = "35.10.01.2001") String node,
            UUID id,
            @Schema(examples = "35.10.01.2001") String kodeDesa,

            @Schema(description = "Of the same `node`.") UUID residentId,

            @Schema(nullable = true, description = "Of the same `node`.")
            UUID familyId,

            MutationKind kind,
            LocalDate happenedOn,
            LocalDate reportedOn,

            @Schema(description = "The day whose month counts it in the books of the village.")
            LocalDate bookedOn,

            @Schema(description = "Whether it changes the number of inhabitants.")
            boolean counted,

            @Schema(nullable = true, implementation = Integer.class, description = "1 male, 2 female")
            Sex sex,

            @Schema(nullable = true, examples = "35.09", description = "Where somebody came from or went to.")
            String otherArea,

            @Schema(nullable = true, description = "When it was taken back; null while it holds.")
            Instant undoneAt) {

        static MutationView of(MutationRow row) {
            return new MutationView(
                    row.node().value(),
                    row.id(),
                    row.desa().value(),
                    row.residentId(),
                    row.familyId(),
                    row.kind(),
                    row.happenedOn(),
                    row.reportedOn(),
                    row.bookedOn(),
                    row.counted(),
                    row.sex(),
                    row.otherArea(),
                    row.undoneAt());
        }
    }

    @GET
    @Operation(
            operationId = "listMutations",
            summary = "Births, deaths and moves by village and id; each page is recorded in the audit trail")
    public RestResponse<Slice<MutationView>> list(
            @Parameter(description = "Only of this kecamatan.", example = "35.10.01") @RestQuery String kecamatan,
            @Parameter(description = "Only of this village server.", example = "35.10.01.2001") @RestQuery
                    String village,
            @Parameter(schema = @Schema(implementation = MutationKind.class)) @RestQuery String kind,
            @Parameter(description = "Booked on this day or later.", schema = @Schema(implementation = LocalDate.class))
                    @RestQuery
                    String from,
            @Parameter(
                            description = "Booked on this day or earlier.",
                            schema = @Schema(implementation = LocalDate.class))
                    @RestQuery
                    String until,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        Asked asked = new Asked();
        int most = asked.limit(paging.limit);
        MutationFilter filter = new MutationFilter(
                VisibleArea.of(account).narrowedTo(kecamatan),
                village,
                asked.constant(MutationKind.class, "kind", kind),
                asked.date("from", from),
                asked.date("until", until));
        Cursor after = asked.cursor(paging.cursor, 2);
        asked.check();
        Slice<MutationRow> part = rows.page(
                "mutations-listed",
                "mutation",
                SHOWN,
                filter.area(),
                village,
                most,
                () -> mutations.find(filter, after, most));
        return part.map(MutationView::of).answer(uri);
    }

    @GET
    @Path("{node}/{id}")
    @Operation(operationId = "getMutation", summary = "One birth, death or move; recorded in the audit trail")
    public MutationView one(
            @Parameter(example = "35.10.01.2001", schema = @Schema(implementation = String.class)) NodeId node,
            UUID id) {
        MutationRow row = mutations.find(node, id, VisibleArea.of(account)).orElseThrow(NotFoundException::new);
        rows.told("mutation-seen", "mutation", SHOWN, row);
        return MutationView.of(row);
    }
}
