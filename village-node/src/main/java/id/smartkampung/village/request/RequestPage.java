package id.smartkampung.village.request;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.calendar.ServiceTime;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.arc.All;
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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** One request with its timeline and the steps that may follow. */
@Path("/permohonan")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RequestPage {

    private static final int UNPROCESSABLE = 422;

    private final RequestService service;
    private final ServiceClock serviceClock;
    private final List<Chronicle> chronicles;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    RequestPage(
            RequestService service,
            ServiceClock serviceClock,
            @All List<Chronicle> chronicles,
            CurrentAccount account,
            Texts texts,
            Flash flash) {
        this.service = service;
        this.serviceClock = serviceClock;
        this.chronicles = chronicles;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * Something on the timeline: a step, or what another room tells.
     *
     * @param state null where the request stayed in its state
     * @param title null for a step, which is named by its state
     */
    public record Happened(Instant at, RequestState state, String title, String by, String note, String href) {

        private static Happened of(RequestStep step) {
            return new Happened(step.at, step.state, null, step.username, step.reason, null);
        }

        private static Happened of(Chronicle.Entry entry) {
            return new Happened(entry.at(), null, entry.title(), entry.by(), entry.note(), entry.href());
        }
    }

    /**
     * What the page of one request shows.
     *
     * @param time null where the letter type is not known
     * @param forward the step that usually follows, for the one green button; null when this account has none
     * @param others the further steps of this account
     */
    public record Sheet(
            Request request,
            Resident applicant,
            List<Happened> timeline,
            ServiceTime time,
            RequestState forward,
            List<RequestState> others,
            boolean waitsForSigner,
            boolean officer,
            boolean fillable,
            String error,
            RequestState failed,
            String reason) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "request")
    static class Templates {

        static native TemplateInstance detail(Sheet sheet);

        private Templates() {}
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
        RequestState to = RequestListPage.state(ke).orElseThrow(NotFoundException::new);
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
        List<RequestStep> steps = RequestStep.listByRequest(id);
        return new Sheet(
                request,
                Resident.findById(request.applicantId),
                timeline(id, steps),
                serviceClock.of(request, steps).orElse(null),
                forward,
                allowed.stream().filter(step -> step != forward).toList(),
                request.state == RequestState.AWAITING_SIGNATURE && forward == null,
                RequestRights.mayCreate(account.role()),
                request.isPrepared() && RequestRights.mayCreate(account.role()),
                error,
                failed,
                reason);
    }

    /** At one moment what other rooms tell stands before the step that it led to. */
    private List<Happened> timeline(UUID id, List<RequestStep> steps) {
        Stream<Happened> told = chronicles.stream()
                .flatMap(chronicle -> chronicle.of(id).stream())
                .map(Happened::of);
        return Stream.concat(told, steps.stream().map(Happened::of))
                .sorted(Comparator.comparing(Happened::at))
                .toList();
    }
}
