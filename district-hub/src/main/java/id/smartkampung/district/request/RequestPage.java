package id.smartkampung.district.request;

import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.letter.LetterQueries;
import id.smartkampung.district.status.VillageStatus;
import id.smartkampung.district.status.VisibleVillages;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.district.web.Words;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.letter.LetterCatalogue;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.table.TableLines;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** The service requests of all villages, without the persons who asked. */
@Path("/permohonan")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Blocking
public class RequestPage {

    private static final int PAGE = 50;
    private static final int CURSOR_KEYS = 3;

    /** So many are read at once for a file. */
    private static final int EXPORTED = 1000;

    private static final List<String> COLUMNS = List.of(
            "column.number",
            "column.kind",
            "column.desa",
            "column.kecamatan",
            "column.channel",
            "column.state",
            "column.submitted",
            "column.home-delivery");

    private final RequestQueries requests;
    private final LetterQueries letters;
    private final VisibleVillages villages;
    private final CurrentAccount account;
    private final Clock clock;
    private final Texts texts;

    RequestPage(
            RequestQueries requests,
            LetterQueries letters,
            VisibleVillages villages,
            CurrentAccount account,
            Clock clock,
            Texts texts) {
        this.requests = requests;
        this.letters = letters;
        this.villages = villages;
        this.account = account;
        this.clock = clock;
        this.texts = texts;
    }

    /** What can be chosen above the list. */
    public record Choices(
            List<Choice> areas, List<VillageStatus> villages, List<RequestState> states, List<Choice> kinds) {}

    /** The words of the address. */
    static class Query {

        @RestQuery
        @DefaultValue("")
        String kec;

        @RestQuery
        @DefaultValue("")
        String desa;

        @RestQuery
        @DefaultValue("")
        String keadaan;

        @RestQuery
        @DefaultValue("")
        String jenis;

        @RestQuery
        @DefaultValue("")
        String masuk;

        RequestSearch search() {
            return new RequestSearch(kec, desa, keadaan, jenis, masuk);
        }
    }

    @CheckedTemplate(basePath = "request")
    static class Templates {

        static native TemplateInstance list(
                Slice<RequestRow> part, RequestSearch search, Choices choices, boolean first, Instant asOf);

        static native TemplateInstance list$rows(
                Slice<RequestRow> part, RequestSearch search, boolean first, Instant asOf);

        static native TemplateInstance request(RequestRow row, List<LetterRecorded> letters, Instant asOf);

        private Templates() {}
    }

    @GET
    public TemplateInstance list(@BeanParam Query query, @RestQuery @DefaultValue("") String setelah) {
        RequestSearch search = query.search();
        return Templates.list(part(search, setelah), search, choices(search), setelah.isBlank(), clock.instant());
    }

    @GET
    @Path("daftar")
    public TemplateInstance rows(@BeanParam Query query, @RestQuery @DefaultValue("") String setelah) {
        RequestSearch search = query.search();
        return Templates.list$rows(part(search, setelah), search, setelah.isBlank(), clock.instant());
    }

    @GET
    @Path("ekspor")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response export(@BeanParam Query query, @RestQuery @DefaultValue("xlsx") String format) {
        RequestFilter filter = query.search().filter(VisibleArea.of(account), clock.instant());
        List<String> headings = COLUMNS.stream().map(texts::of).toList();
        return new TableFile(texts.of("file.requests"), headings, lines -> write(lines, filter)).as(format);
    }

    @GET
    @Path("{node}/{id}")
    public TemplateInstance request(NodeId node, UUID id) {
        RequestRow row = requests.find(node, id, VisibleArea.of(account)).orElseThrow(NotFoundException::new);
        return Templates.request(row, letters.ofRequest(node, id), clock.instant());
    }

    /** All of them, some at a time, however many there are. */
    private void write(TableLines lines, RequestFilter filter) throws IOException {
        String next = null;
        do {
            Slice<RequestRow> part = Slice.of(
                    requests.find(filter, Cursor.read(next, CURSOR_KEYS), EXPORTED),
                    EXPORTED,
                    RequestQueries::cursorOf);
            for (RequestRow row : part.items()) {
                lines.add(cells(row));
            }
            next = part.next();
        } while (next != null);
    }

    private Slice<RequestRow> part(RequestSearch search, String after) {
        RequestFilter filter = search.filter(VisibleArea.of(account), clock.instant());
        return Slice.of(requests.find(filter, Cursor.read(after, CURSOR_KEYS), PAGE), PAGE, RequestQueries::cursorOf);
    }

    private Choices choices(RequestSearch search) {
        VisibleArea area = VisibleArea.of(account);
        return new Choices(
                Wilayah.kecamatan().stream()
                        .filter(place -> area.contains(place.kode()))
                        .map(place -> new Choice(place.kode().value(), place.name()))
                        .toList(),
                villages.of(area.narrowedTo(search.kec())),
                List.of(RequestState.values()),
                LetterCatalogue.types().values().stream()
                        .map(type -> new Choice(type.kind().code(), type.name()))
                        .toList());
    }

    private static List<Object> cells(RequestRow row) {
        return List.of(
                row.number(),
                row.kindName(),
                row.villageName(),
                row.kecamatanName(),
                Words.words(row.channel()),
                Words.words(row.state()),
                row.submittedAt(),
                row.homeDelivery() ? 1 : 0);
    }
}
