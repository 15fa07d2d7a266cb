package id.smartkampung.village.letter.number;

import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.layout.Layout;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.table.TableLines;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** The agenda and the expedition book of letters that went out. */
@Path("/surat")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AgendaPage {

    private static final int PAGE = 50;
    private static final int CHUNK = 1000;

    private final AgendaQueries letters;
    private final Layout layout;
    private final Audit audit;
    private final Texts texts;
    private final Clock clock;

    AgendaPage(AgendaQueries letters, Layout layout, Audit audit, Texts texts, Clock clock) {
        this.letters = letters;
        this.layout = layout;
        this.audit = audit;
        this.texts = texts;
        this.clock = clock;
    }

    /** What the page shows: one year, page by page. */
    public record Listing(
            List<AgendaQueries.Line> lines,
            int year,
            List<Integer> years,
            boolean expedition,
            String first,
            String next) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "letter")
    static class Templates {

        static native TemplateInstance agenda(Listing listing);

        private Templates() {}
    }

    @GET
    public TemplateInstance agenda(@RestQuery Integer tahun, @RestQuery UUID setelah) {
        return Templates.agenda(listing("/surat", tahun, setelah, false));
    }

    @GET
    @Path("/ekspedisi")
    public TemplateInstance expedition(@RestQuery Integer tahun, @RestQuery UUID setelah) {
        return Templates.agenda(listing("/surat/ekspedisi", tahun, setelah, true));
    }

    /** The agenda of a year as a file. */
    @GET
    @Path("/unduh")
    public Response export(@RestQuery Integer tahun, @RestQuery String jenis) {
        return export("agenda-surat-", year(tahun), jenis, letters::list);
    }

    /** The expedition book of a year as a file. */
    @GET
    @Path("/ekspedisi/unduh")
    public Response exportExpedition(@RestQuery Integer tahun, @RestQuery String jenis) {
        return export("ekspedisi-surat-", year(tahun), jenis, letters::handedOver);
    }

    /** A book by its pages. */
    private interface Book {

        List<AgendaQueries.Line> page(int year, UUID after, int limit);
    }

    private Response export(String name, int year, String format, Book book) {
        audit.record("letters-exported", "letter", List.of(), String.valueOf(year));
        List<String> headings = List.of(texts.of("agenda.columns").split(";", -1));
        String part = layout.getReach() == null ? "" : "-sebagian";
        return new TableFile(name + year + part, headings, lines -> write(lines, year, book)).as(format);
    }

    private void write(TableLines lines, int year, Book book) throws IOException {
        UUID after = null;
        for (List<AgendaQueries.Line> chunk = book.page(year, null, CHUNK);
                !chunk.isEmpty();
                chunk = book.page(year, after, CHUNK)) {
            for (AgendaQueries.Line line : chunk) {
                lines.add(List.of(
                        line.number(),
                        line.issuedOn(),
                        line.typeName(),
                        line.applicant(),
                        line.signerTitle() + " – " + line.signerName(),
                        texts.of("letter.state." + line.state().name()),
                        line.reason() == null ? "" : line.reason(),
                        line.handedOverAt() == null ? "" : Wib.dateTime(line.handedOverAt())));
            }
            after = chunk.get(chunk.size() - 1).id();
        }
    }

    private Listing listing(String path, Integer asked, UUID after, boolean expedition) {
        int year = year(asked);
        List<AgendaQueries.Line> page =
                expedition ? letters.handedOver(year, after, PAGE + 1) : letters.list(year, after, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<AgendaQueries.Line> shown = more ? page.subList(0, PAGE) : page;
        String address = path + "?tahun=" + year;
        return new Listing(
                shown,
                year,
                letters.years(),
                expedition,
                after == null ? null : address,
                more ? address + "&setelah=" + shown.get(PAGE - 1).id() : null);
    }

    private int year(Integer asked) {
        return asked == null ? Wib.dateOf(clock.instant()).getYear() : asked;
    }
}
