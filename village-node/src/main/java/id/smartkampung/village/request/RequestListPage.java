package id.smartkampung.village.request;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.calendar.ServiceTime;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.table.TableLines;
import id.smartkampung.web.text.AddressQuery;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of requests, on the page and as a file. */
@Path("/permohonan")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RequestListPage {

    private static final int PAGE = 50;
    private static final int CHUNK = 1000;
    private static final String ALL = "semua";

    /** Several states under one word, as the home page counts them. */
    private static final Map<String, Set<RequestState>> TOGETHER = Map.of(
            ALL,
            EnumSet.allOf(RequestState.class),
            "proses",
            EnumSet.of(RequestState.SUBMITTED, RequestState.IN_REVIEW),
            "serah",
            EnumSet.of(RequestState.READY, RequestState.OUT_FOR_DELIVERY));

    private final RequestQueries requests;
    private final ServiceClock serviceClock;
    private final LetterTypes types;
    private final Audit audit;
    private final Texts texts;

    RequestListPage(RequestQueries requests, ServiceClock serviceClock, LetterTypes types, Audit audit, Texts texts) {
        this.requests = requests;
        this.serviceClock = serviceClock;
        this.types = types;
        this.audit = audit;
        this.texts = texts;
    }

    /**
     * What the list shows.
     *
     * @param times the service clock of each line
     * @param chosen the state that is shown; empty for all that are open, {@value #ALL} for all
     * @param query the filter as part of an address, for the downloads
     */
    public record Listing(
            List<RequestQueries.Line> lines,
            Map<UUID, ServiceTime> times,
            String chosen,
            List<Choice> states,
            Map<RequestState, Long> counts,
            RequestOrder order,
            String number,
            boolean notFound,
            String first,
            String next,
            String query) {

        /** The order as it stands in an address. */
        public String orderName() {
            return order.name().toLowerCase(Locale.ROOT);
        }

        /** The service clock of a line; null where it is not known. */
        public ServiceTime time(RequestQueries.Line line) {
            return times.get(line.id());
        }

        /** How many are in the state of a choice; null where that is not counted. */
        public Long count(Choice choice) {
            return state(choice.value()).map(counts::get).orElse(null);
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "request")
    static class Templates {

        static native TemplateInstance list(Listing listing);

        private Templates() {}
    }

    @GET
    public Response list(
            @RestQuery String keadaan, @RestQuery String urut, @RestQuery String nomor, @RestQuery UUID setelah) {
        boolean asked = nomor != null && !nomor.isBlank();
        Optional<UUID> found = asked ? requests.findByNumber(nomor) : Optional.empty();
        if (found.isPresent()) {
            return Response.seeOther(URI.create("/permohonan/" + found.get())).build();
        }
        RequestOrder order = RequestOrder.named(urut);
        List<RequestQueries.Line> page = requests.list(states(keadaan), order, setelah, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<RequestQueries.Line> shown = more ? page.subList(0, PAGE) : page;
        String query = query(keadaan, order);
        return Response.ok(Templates.list(new Listing(
                        shown,
                        serviceClock.of(shown),
                        keadaan == null ? "" : keadaan,
                        choices(),
                        requests.countOpen(),
                        order,
                        asked ? nomor : "",
                        asked,
                        setelah == null ? null : "/permohonan?" + query,
                        more
                                ? "/permohonan?" + query + "&setelah="
                                        + shown.get(PAGE - 1).id()
                                : null,
                        query)))
                .build();
    }

    /** The same list as a file. */
    @GET
    @Path("/unduh")
    public Response export(@RestQuery String keadaan, @RestQuery String urut, @RestQuery String jenis) {
        audit.record("requests-exported", "request", List.of(), keadaan == null ? "" : query(keadaan, null));
        Set<RequestState> states = states(keadaan);
        RequestOrder order = RequestOrder.named(urut);
        List<String> headings = List.of(texts.of("request.columns").split(";", -1));
        return new TableFile("permohonan", headings, lines -> write(lines, states, order)).as(jenis);
    }

    private void write(TableLines lines, Set<RequestState> states, RequestOrder order) throws IOException {
        UUID after = null;
        for (List<RequestQueries.Line> chunk = requests.list(states, order, null, CHUNK);
                !chunk.isEmpty();
                chunk = requests.list(states, order, after, CHUNK)) {
            for (RequestQueries.Line line : chunk) {
                lines.add(List.of(
                        line.number(),
                        line.applicant(),
                        types.name(line.kind()),
                        texts.of("channel." + line.channel().name()),
                        line.submittedAt(),
                        texts.of("request.state." + line.state().name())));
            }
            after = chunk.get(chunk.size() - 1).id();
        }
    }

    private List<Choice> choices() {
        Stream<Choice> each = Arrays.stream(RequestState.values())
                .map(state -> new Choice(state.name(), texts.of("request.state." + state.name())));
        Stream<Choice> open = Stream.of(new Choice("", texts.of("request.state.open")));
        Stream<Choice> all = Stream.of(new Choice(ALL, texts.of("request.state.all")));
        return Stream.of(open, each, all).flatMap(choices -> choices).toList();
    }

    private static Set<RequestState> states(String chosen) {
        if (chosen != null && TOGETHER.containsKey(chosen)) {
            return TOGETHER.get(chosen);
        }
        return state(chosen).<Set<RequestState>>map(EnumSet::of).orElseGet(RequestQueries::open);
    }

    /** The filter as part of an address; what is no state does not stand in it. */
    private static String query(String chosen, RequestOrder order) {
        return new AddressQuery()
                .with("keadaan", chosen != null && isKnown(chosen) ? chosen : null)
                .with("urut", order == null ? null : order.name().toLowerCase(Locale.ROOT))
                .toString();
    }

    private static boolean isKnown(String chosen) {
        return TOGETHER.containsKey(chosen) || state(chosen).isPresent();
    }

    /** The state of this name. */
    static Optional<RequestState> state(String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(RequestState.values())
                .filter(state -> state.name().equals(wanted))
                .findFirst();
    }
}
