package id.smartkampung.village.request;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** The list of requests, and one request with its timeline and the steps that may follow. */
@Path("/permohonan")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RequestPage {

    private static final int PAGE = 50;
    private static final int UNPROCESSABLE = 422;
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
    private final RequestService service;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    RequestPage(RequestQueries requests, RequestService service, CurrentAccount account, Texts texts, Flash flash) {
        this.requests = requests;
        this.service = service;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * What the list shows.
     *
     * @param chosen the state that is shown; empty for all that are open, {@value #ALL} for all
     */
    public record Listing(
            List<RequestQueries.Line> lines,
            String chosen,
            List<Choice> states,
            Map<RequestState, Long> counts,
            String number,
            boolean notFound,
            String first,
            String next) {

        /** How many are in the state of a choice; null where that is not counted. */
        public Long count(Choice choice) {
            return state(choice.value()).map(counts::get).orElse(null);
        }
    }

    /**
     * What the page of one request shows.
     *
     * @param forward the step that usually follows, for the one green button; null when this account has none
     * @param others the further steps of this account
     */
    public record Sheet(
            Request request,
            Resident applicant,
            List<RequestStep> steps,
            RequestState forward,
            List<RequestState> others,
            boolean waitsForSigner,
            String error,
            RequestState failed,
            String reason) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "request")
    static class Templates {

        static native TemplateInstance list(Listing listing);

        static native TemplateInstance detail(Sheet sheet);

        private Templates() {}
    }

    @GET
    public Response list(@RestQuery String keadaan, @RestQuery String nomor, @RestQuery UUID setelah) {
        boolean asked = nomor != null && !nomor.isBlank();
        Optional<UUID> found = asked ? requests.findByNumber(nomor) : Optional.empty();
        if (found.isPresent()) {
            return Response.seeOther(URI.create("/permohonan/" + found.get())).build();
        }
        Set<RequestState> states = states(keadaan);
        List<RequestQueries.Line> page = requests.list(states, setelah, PAGE + 1);
        boolean more = page.size() > PAGE;
        List<RequestQueries.Line> shown = more ? page.subList(0, PAGE) : page;
        String chosen = keadaan == null ? "" : keadaan;
        String query = "/permohonan?keadaan=" + (isKnown(chosen) ? chosen : "");
        return Response.ok(Templates.list(new Listing(
                        shown,
                        chosen,
                        choices(),
                        requests.countOpen(),
                        asked ? nomor : "",
                        asked,
                        setelah == null ? null : query,
                        more ? query + "&setelah=" + shown.get(PAGE - 1).id() : null)))
                .build();
    }

    @GET
    @Path("/{id}")
    public TemplateInstance detail(UUID id) {
        return Templates.detail(sheet(id, null, null, ""));
    }

    /** Leads the request one step further; what was typed as a reason stays when the step is refused. */
    @POST
    @Path("/{id}/langkah")
    public Response move(UUID id, @RestForm int version, @RestForm String ke, @RestForm String alasan) {
        RequestState to = state(ke).orElseThrow(NotFoundException::new);
        try {
            service.move(id, version, to, alasan, account.role(), Author.byForm(account));
        } catch (RefusedException e) {
            return refused(id, e, to, alasan);
        }
        flash.say("request.moved." + to.name());
        return Response.seeOther(URI.create("/permohonan/" + id)).build();
    }

    private Response refused(UUID id, RefusedException e, RequestState to, String reason) {
        Request.getEntityManager().clear();
        String message =
                texts.of(e instanceof ChangedMeanwhileException ? "request.moved-meanwhile" : "refusal." + e.code());
        Sheet sheet = sheet(id, message, to, reason == null ? "" : reason);
        int status = e.code().equals("reason-missing") ? UNPROCESSABLE : e.status();
        return Response.status(status).entity(Templates.detail(sheet)).build();
    }

    private Sheet sheet(UUID id, String error, RequestState failed, String reason) {
        Request request = Request.<Request>findByIdOptional(id).orElseThrow(NotFoundException::new);
        Set<RequestState> allowed = RequestRights.steps(account.role(), request.state);
        RequestState usual = RequestRights.usual(request.state, request.homeDelivery);
        RequestState forward = allowed.contains(usual) ? usual : null;
        return new Sheet(
                request,
                Resident.findById(request.applicantId),
                RequestStep.listByRequest(id),
                forward,
                allowed.stream().filter(step -> step != forward).toList(),
                request.state == RequestState.AWAITING_SIGNATURE && forward == null,
                error,
                failed,
                reason);
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

    private static boolean isKnown(String chosen) {
        return TOGETHER.containsKey(chosen) || state(chosen).isPresent();
    }

    private static Optional<RequestState> state(String name) {
        String wanted = name == null ? "" : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(RequestState.values())
                .filter(state -> state.name().equals(wanted))
                .findFirst();
    }
}
