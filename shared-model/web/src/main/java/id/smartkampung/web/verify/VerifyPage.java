package id.smartkampung.web.verify;

import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.model.letter.LetterState;
import id.smartkampung.model.log.Hash;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Whether a letter is genuine: open to everybody, and nobody is written down. */
@Path("/v")
@Produces(MediaType.TEXT_HTML)
@Blocking
@PermitAll
public class VerifyPage {

    private static final int TOO_MANY = 429;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private final LetterBook book;
    private final VerifyBrake brake;
    private final Clock clock;

    VerifyPage(LetterBook book, VerifyBrake brake, Clock clock) {
        this.book = book;
        this.brake = brake;
        this.clock = clock;
    }

    /**
     * What the page says.
     *
     * @param letter null where this server does not know it
     * @param sealed what the paper itself says; only where the letter is not known and the seal is right
     * @param file whether the file that was handed in is the signed one; null where none was
     */
    public record Answer(
            Verdict verdict,
            LetterCode code,
            String query,
            LetterRecorded letter,
            String village,
            LetterSeal sealed,
            Instant heardAt,
            Boolean file,
            Instant asOf) {

        /** Whether it was signed once, so that there is a file. */
        public boolean hasFile() {
            return letter != null && letter.fileSha256() != null;
        }

        /** When it was signed; of one that was withdrawn, that is no longer told. */
        public Instant signedAt() {
            return letter.state() == LetterState.SIGNED ? letter.stateAt() : null;
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "verify")
    static class Templates {

        static native TemplateInstance ask(String typed, boolean wrong);

        static native TemplateInstance answer(Answer answer);

        private Templates() {}
    }

    @GET
    public Response ask(@RestQuery String kode) {
        if (kode == null || kode.isBlank()) {
            return Response.ok(Templates.ask("", false)).build();
        }
        return LetterCode.parse(kode)
                .map(code -> Response.seeOther(URI.create("/v/" + code)).build())
                .orElseGet(() -> Response.status(UNPROCESSABLE)
                        .entity(Templates.ask(kode, true))
                        .build());
    }

    @GET
    @Path("/{code}")
    public Response answer(String code, @BeanParam PaperCode paper, RoutingContext request) {
        slowDown(request);
        return page(answer(code(code), paper, null));
    }

    /** For a browser that cannot compute the hash itself; the file is not kept. */
    @POST
    @Path("/{code}/berkas")
    public Response compare(
            String code, @BeanParam PaperCode paper, @RestForm("berkas") FileUpload file, RoutingContext request)
            throws IOException {
        slowDown(request);
        Answer answer = answer(code(code), paper, null);
        if (!answer.hasFile()) {
            return page(answer);
        }
        if (file == null || file.size() == 0) {
            throw new RefusedException(UNPROCESSABLE, "verify-no-file");
        }
        String hash = Hash.sha256(Files.readAllBytes(file.uploadedFile())).hex();
        return page(answer(code(code), paper, hash.equals(answer.letter().fileSha256())));
    }

    private void slowDown(RoutingContext request) {
        if (!brake.admits(request.request().remoteAddress().hostAddress())) {
            throw new RefusedException(TOO_MANY, "verify-too-often");
        }
    }

    private static LetterCode code(String typed) {
        return LetterCode.parse(typed).orElseThrow(NotFoundException::new);
    }

    private Answer answer(LetterCode code, PaperCode paper, Boolean file) {
        Instant now = clock.instant();
        Optional<LetterSeal> seal = paper.seal(code);
        Optional<LetterBook.Known> known =
                book.find(code, seal.map(LetterSeal::node).orElse(null));
        if (known.isPresent()) {
            LetterRecorded letter = known.get().letter();
            Verdict verdict = Verdict.of(letter, Wib.dateOf(now));
            return new Answer(verdict, code, paper.query(), letter, known.get().village(), null, null, file, now);
        }
        Optional<LetterBook.Sender> sender = seal.flatMap(said -> book.sealedBy(said, paper.s));
        return sender.map(from -> new Answer(
                        Verdict.SEALED,
                        code,
                        paper.query(),
                        null,
                        from.village(),
                        seal.orElseThrow(),
                        from.heardAt(),
                        null,
                        now))
                .orElseGet(() -> new Answer(Verdict.UNKNOWN, code, "", null, null, null, null, null, now));
    }

    private static Response page(Answer answer) {
        int status = answer.verdict() == Verdict.UNKNOWN ? NOT_FOUND : Response.Status.OK.getStatusCode();
        return Response.status(status).entity(Templates.answer(answer)).build();
    }
}
