package id.smartkampung.district.export;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Caller;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.export.Export.Format;
import id.smartkampung.district.export.Export.Manifest;
import id.smartkampung.district.export.Export.State;
import id.smartkampung.district.feed.Reach;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestHeader;

/** Full copies of the rows, to be fetched as files and continued by the change feed. */
@Path("/api/v1/exports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "exports")
@RolesAllowed({Scopes.REQUESTS, Scopes.RESIDENTS_MIN, Scopes.RESIDENTS_NIK})
@Blocking
public class ExportsResource {

    static final String PATH = "/api/v1/exports/";
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final int PARTIAL = 206;
    private static final int NOT_SATISFIABLE = 416;

    private final ExportService exports;
    private final Reach reach;
    private final Caller caller;

    ExportsResource(ExportService exports, Reach reach, Caller caller) {
        this.exports = exports;
        this.reach = reach;
        this.caller = caller;
    }

    /** What is asked for. */
    @Schema(name = "ExportOrder", description = "A full copy to be made.")
    public record ExportOrder(
            @Schema(
                    description = "`residents`, `families`, `requests`, `mutations`; all that the caller may see when"
                            + " absent.",
                    nullable = true)
            List<String> types,

            @Schema(description = "Only of this area.", examples = "35.10.01", nullable = true)
            String area,

            @Schema(description = "`NDJSON` when absent.", nullable = true, implementation = Format.class)
            String format) {}

    /** The exports of a caller. */
    @Schema(name = "ExportList", description = "The exports of the caller, the newest first.")
    public record ExportList(List<ExportView> items) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "orderExport",
            summary = "Asks for a full copy",
            description =
                    "It is made in its turn, one at a time for each caller. `Content-Location` says where to look.")
    @APIResponse(
            responseCode = "202",
            description = "It will be made.",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    public Response order(ExportOrder order) {
        ExportOrder wanted = order == null ? new ExportOrder(null, null, null) : order;
        Asked asked = new Asked();
        Format format = asked.constant(Format.class, "format", wanted.format());
        Reach.Part part = reach.part(asked, wanted.types(), wanted.area());
        UUID id = exports.ask(part, format == null ? Format.NDJSON : format);
        return underWay(find(id));
    }

    @GET
    @Operation(operationId = "listExports", summary = "The exports of the caller, the newest first")
    public ExportList list() {
        return new ExportList(
                exports.of(caller.owner()).stream().map(ExportView::of).toList());
    }

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getExport",
            summary = "How far an export is, and what it came to",
            description = "202 with `Retry-After` while it waits or is written, 200 when it has come to its end.")
    @APIResponse(
            responseCode = "200",
            description = "It has come to its end.",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It waits or is written.",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    public Response one(UUID id) {
        Export export = find(id);
        return export.state().isUnderWay()
                ? underWay(export)
                : Response.ok(ExportView.of(export)).build();
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "cancelExport", summary = "Takes an export back, or deletes its files")
    @APIResponse(responseCode = "204", description = "It is gone.")
    public void cancel(UUID id) {
        exports.cancel(find(id));
    }

    @GET
    @Path("{id}/files/{name}")
    @Produces("application/gzip")
    @Operation(
            operationId = "getExportFile",
            summary = "A file of an export, or a part of it",
            description = "Give `Range` to go on with what was cut, and `If-Range` with the `ETag` of before.")
    @APIResponse(responseCode = "200", description = "The file.", content = @Content(mediaType = "application/gzip"))
    @APIResponse(
            responseCode = "206",
            description = "A part of it.",
            content = @Content(mediaType = "application/gzip"))
    @APIResponse(responseCode = "304", description = "The caller has it.")
    @APIResponse(responseCode = "416", description = "It is not that long.")
    public Response file(
            UUID id,
            String name,
            @RestHeader("Range") String range,
            @RestHeader(HttpHeaders.IF_NONE_MATCH) String known,
            @RestHeader("If-Range") String ifRange) {
        Export export = find(id);
        if (export.state() != State.READY) {
            throw new NotFoundException();
        }
        Manifest.Part file = export.manifest().files().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (file.etag().equals(known)) {
            return Response.notModified(file.sha256()).build();
        }
        boolean same = ifRange == null || ifRange.equals(file.etag());
        Optional<ByteRange> part = same ? ByteRange.of(range, file.bytes()) : Optional.empty();
        if (part.isPresent() && part.get().length() == 0) {
            return Response.status(NOT_SATISFIABLE)
                    .header("Content-Range", part.get().text(file.bytes()))
                    .build();
        }
        java.nio.file.Path path = exports.fetch(export, file, caller.purpose());
        ByteRange bytes = part.orElse(new ByteRange(0, file.bytes()));
        Response.ResponseBuilder answer = Response.status(
                        part.isPresent() ? PARTIAL : Response.Status.OK.getStatusCode())
                .entity(new PathPart(path, bytes.from(), bytes.length()))
                .header(HttpHeaders.ETAG, file.etag())
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
        part.ifPresent(some -> answer.header("Content-Range", some.text(file.bytes())));
        return answer.build();
    }

    /** One that the caller may no longer see is as if there were none. */
    private Export find(UUID id) {
        return exports.find(id, caller.owner())
                .filter(export -> reach.stillCovers(export.types(), export.areas(), export.open()))
                .orElseThrow(NotFoundException::new);
    }

    private static Response underWay(Export export) {
        return Response.accepted(ExportView.of(export))
                .header(HttpHeaders.CONTENT_LOCATION, PATH + export.id())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .build();
    }
}
