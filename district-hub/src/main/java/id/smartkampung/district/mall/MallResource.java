package id.smartkampung.district.mall;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.PersonRows;
import id.smartkampung.district.api.Scopes;
import id.smartkampung.district.resident.ResidentQueries;
import id.smartkampung.district.resident.ResidentRow;
import id.smartkampung.district.resident.ResidentSearch;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.request.MallAnswer;
import id.smartkampung.model.request.MallStage;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.error.RefusedException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests made at the service mall, for its own programs: made, followed, and their signed letters fetched. */
@Path("/api/v1/requests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mall")
@RolesAllowed(Scopes.REQUESTS_MAKE)
@Blocking
public class MallResource {

    private static final int NOT_FOUND = 404;
    private static final List<String> TOLD = List.of("maskedName");

    private final MallService service;
    private final MallQueries requests;
    private final ResidentQueries residents;
    private final PersonRows persons;
    private final CurrentAccount account;
    private final Clock clock;

    MallResource(
            MallService service,
            MallQueries requests,
            ResidentQueries residents,
            PersonRows persons,
            CurrentAccount account,
            Clock clock) {
        this.service = service;
        this.requests = requests;
        this.residents = residents;
        this.persons = persons;
        this.account = account;
        this.clock = clock;
    }

    /** What is asked for. */
    @Schema(name = "RequestOrder", description = "A request for somebody who stands at the service mall.")
    public record RequestOrder(
            @Schema(
                    description = "Chosen by the caller, so that a call that is repeated makes one request.",
                    nullable = true)
            UUID id,

            @Schema(required = true, description = "From the card of the applicant.", pattern = "[0-9]{16}")
            String nik,

            @Schema(
                    description = "The village, where the NIK stands in more than one.",
                    examples = "35.10.01.2001",
                    nullable = true)
            String node,

            @Schema(required = true, examples = "SKTM", description = "Code of the letter type.")
            String kind,

            @Schema(required = true, maxLength = 500, description = "What the letter is for.")
            String purpose,

            @Schema(maxLength = 500, description = "How to reach the applicant.", nullable = true)
            String contact,

            @Schema(maxLength = 500, description = "For the officers of the village.", nullable = true)
            String note) {}

    /** Public shape of a request of the mall. */
    @Schema(name = "MadeRequest", description = "A request that the caller made, and how far it is.")
    public record MadeRequest(
            UUID id,

            @Schema(examples = "35.10.01.2001", description = "The village that serves it.")
            String node,

            @Schema(examples = "S*** R******") String maskedName,

            @Schema(examples = "SKTM", description = "Code of the letter type.")
            String kind,

            @Schema(description = "That the village gave it; null until then.", nullable = true)
            String number,

            MallStage stage,

            @Schema(description = "The last word of the village besides the stage.", nullable = true)
            MallAnswer answer,

            @Schema(description = "What an officer of the village wrote for the applicant.", nullable = true)
            String reason,

            Instant madeAt,
            List<MadeLetter> letters) {}

    /** A letter of such a request. */
    @Schema(name = "MadeLetter", description = "A letter of a request that the caller made.")
    public record MadeLetter(
            UUID id,
            String number,
            LetterState state,

            @Schema(description = "Whether its signed file can be fetched now.")
            boolean fetchable) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "makeRequest",
            summary = "Makes a request for a resident of any village",
            description = "It goes down to the village, at once or when that is on line again. Only the village knows"
                    + " whether it serves it: follow `stage`.")
    @APIResponse(
            responseCode = "201",
            description = "It is on its way.",
            content = @Content(schema = @Schema(implementation = MadeRequest.class)))
    public Response make(RequestOrder order) {
        RequestOrder wanted = order == null ? new RequestOrder(null, null, null, null, null, null, null) : order;
        Asked asked = new Asked();
        Nik who = asked.nik("nik", wanted.nik());
        LetterKind kind = asked.one("kind", wanted.kind(), LetterKind::new);
        String purpose = asked.text("purpose", wanted.purpose(), true, MallForm.LONGEST);
        String contact = asked.text("contact", wanted.contact(), false, MallForm.LONGEST);
        String note = asked.text("note", wanted.note(), false, MallForm.LONGEST);
        asked.check();
        ResidentRow resident = resident(who, wanted.node());
        UUID id = wanted.id() == null ? UuidV7.at(clock.instant()) : wanted.id();
        service.make(new MallWish(id, resident.node(), resident.id(), kind, purpose, contact, note));
        persons.told("mall-resident-searched", "resident", TOLD, resident);
        return Response.created(URI.create("/api/v1/requests/made/" + id))
                .entity(view(find(id)))
                .build();
    }

    @GET
    @Path("made/{id}")
    @Operation(operationId = "getMadeRequest", summary = "How far a request is that the caller made")
    public MadeRequest one(UUID id) {
        return view(find(id));
    }

    @GET
    @Path("made/{id}/letters/{letter}")
    @Produces("application/pdf")
    @Operation(
            operationId = "fetchMadeLetter",
            summary = "The signed file of a letter, to be printed for the applicant",
            description = "Each fetch is recorded. 409 while the file is not here.")
    @APIResponse(responseCode = "200", description = "The file.", content = @Content(mediaType = "application/pdf"))
    public Response letter(UUID id, UUID letter) {
        byte[] file = service.print(find(id).id(), letter);
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"surat-" + letter + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    @POST
    @Path("made/{id}/handover")
    @Operation(
            operationId = "handOverMadeRequest",
            summary = "The applicant has the letters: their files are deleted here, and the village hears of it")
    @APIResponse(
            responseCode = "200",
            description = "It is handed out.",
            content = @Content(schema = @Schema(implementation = MadeRequest.class)))
    public MadeRequest handOver(UUID id) {
        service.handOut(find(id).id());
        return view(find(id));
    }

    /** One of the same NIK in two villages is named by the caller: which of them is right, people must find out. */
    private ResidentRow resident(Nik who, String node) {
        ResidentSearch search = new ResidentSearch(who.value(), node == null ? "" : node.strip());
        List<ResidentRow> found = residents.find(search, VisibleArea.of(account), null, 1);
        if (found.isEmpty()) {
            throw new RefusedException(NOT_FOUND, "mall-resident-unknown");
        }
        if (found.size() > 1) {
            throw new RefusedException("mall-resident-twice");
        }
        return found.get(0);
    }

    /** What others made is as if it were not there. */
    private MallRow find(UUID id) {
        return requests.find(id)
                .filter(request -> request.madeBy().equals(account.username()))
                .orElseThrow(NotFoundException::new);
    }

    private MadeRequest view(MallRow request) {
        return new MadeRequest(
                request.id(),
                request.node().value(),
                request.subjectMasked(),
                request.kind().code(),
                request.number(),
                request.stage(),
                request.answer(),
                request.reason(),
                request.madeAt(),
                requests.letters(request).stream()
                        .map(letter -> new MadeLetter(letter.id(), letter.number(), letter.state(), letter.isHere()))
                        .toList());
    }
}
