package id.smartkampung.web;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Choice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One page that uses every tag and every way of writing a value. */
@Path("/probe")
@Produces(MediaType.TEXT_HTML)
@Blocking
@PermitAll
public class ProbePage {

    /** What the page shows. */
    public record Probe(
            Nik nik, Religion religion, LocalDate bornOn, Instant at, int few, long many, LocalDate never) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "probe")
    static class Templates {

        static native TemplateInstance page(Probe probe, List<Choice> religions, FieldErrors errors);

        private Templates() {}
    }

    @GET
    public TemplateInstance page() {
        Probe probe = new Probe(
                new Nik("3510076104720003"),
                Religion.ISLAM,
                LocalDate.of(1972, 4, 21),
                Instant.parse("2026-11-21T03:42:00Z"),
                7,
                1_791_789,
                null);
        FieldErrors errors = FieldErrors.none().add("fullName", "Harus diisi.");
        return Templates.page(probe, Choice.of(Religion.class), errors);
    }
}
