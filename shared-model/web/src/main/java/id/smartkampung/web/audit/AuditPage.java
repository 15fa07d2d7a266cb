package id.smartkampung.web.audit;

import id.smartkampung.web.account.Roles;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.table.TableLines;
import id.smartkampung.web.text.AddressQuery;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;

/** Who saw and did what, for those who have to watch over it. */
@Path("/jejak")
@Blocking
@RolesAllowed({Roles.ADMIN, Roles.INSPEKTORAT})
public class AuditPage {

    private static final int PAGE = 50;
    private static final int EXPORT_CHUNK = 1000;

    private final AuditQueries trail;
    private final Audit audit;
    private final Texts texts;

    AuditPage(AuditQueries trail, Audit audit, Texts texts) {
        this.trail = trail;
        this.audit = audit;
        this.texts = texts;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "web")
    static class Templates {

        static native TemplateInstance trail(
                List<AuditRow> rows,
                String q,
                String from,
                String to,
                String query,
                String next,
                boolean further,
                AuditVerification verdict);

        static native TemplateInstance trail$verdict(AuditVerification verdict);

        private Templates() {}
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String dari,
            @RestQuery @DefaultValue("") String sampai,
            @RestQuery Long sebelum) {
        return page(q, dari, sampai, sebelum, null);
    }

    @GET
    @Path("/periksa")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance verify(@RestHeader("HX-Request") String htmx) {
        AuditVerification verdict = trail.verify();
        return htmx == null ? page("", "", "", null, verdict) : Templates.trail$verdict(verdict);
    }

    private TemplateInstance page(String q, String dari, String sampai, Long sebelum, AuditVerification verdict) {
        long before = sebelum == null ? Long.MAX_VALUE : sebelum;
        List<AuditEntry> entries = trail.before(before, filter(q, dari, sampai), PAGE + 1);
        List<AuditRow> rows = entries.stream()
                .limit(PAGE)
                .map(entry -> AuditRow.of(entry, texts))
                .toList();
        String query = new AddressQuery()
                .with("q", q)
                .with("dari", dari)
                .with("sampai", sampai)
                .toString();
        String next = null;
        if (entries.size() > PAGE) {
            next = "/jejak?" + query + "&sebelum=" + rows.get(rows.size() - 1).id();
        }
        return Templates.trail(rows, q, dari, sampai, query, next, sebelum != null, verdict);
    }

    @GET
    @Path("/unduh")
    public Response export(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String dari,
            @RestQuery @DefaultValue("") String sampai,
            @RestQuery String jenis) {
        AuditQueries.Filter filter = filter(q, dari, sampai);
        audit.record("trail-exported", "audit");
        List<String> headings = List.of(texts.of("audit.columns").split(";", -1));
        return new TableFile("jejak-audit", headings, lines -> write(lines, filter)).as(jenis);
    }

    private void write(TableLines lines, AuditQueries.Filter filter) throws IOException {
        long before = Long.MAX_VALUE;
        List<AuditEntry> chunk;
        do {
            chunk = trail.before(before, filter, EXPORT_CHUNK);
            for (AuditEntry entry : chunk) {
                AuditRow row = AuditRow.of(entry, texts);
                lines.add(List.of(
                        row.id(),
                        row.at(),
                        row.username(),
                        row.action(),
                        row.subject(),
                        row.fields(),
                        row.reason(),
                        row.address()));
                before = entry.id;
            }
        } while (chunk.size() == EXPORT_CHUNK);
    }

    private static AuditQueries.Filter filter(String q, String from, String to) {
        return new AuditQueries.Filter(q, day(from), day(to));
    }

    /** A day that nobody can read does not restrict. */
    private static LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
