package id.smartkampung.village.delivery;

import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.resteasy.reactive.RestForm;

/** Letters that are brought home: the own ones first, for whoever carries them; the others and what waits below. */
@Path("/antar")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class DeliveryListPage {

    private final DeliveryService service;
    private final DeliveryQueries queries;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    DeliveryListPage(
            DeliveryService service, DeliveryQueries queries, CurrentAccount account, Texts texts, Flash flash) {
        this.service = service;
        this.queries = queries;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /** What the page shows. */
    public record Sheet(
            List<DeliveryQueries.Line> mine,
            List<DeliveryQueries.Line> others,
            List<DeliveryQueries.Waiting> waiting,
            List<Choice> couriers,
            String error) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "delivery")
    static class Templates {

        static native TemplateInstance list(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(sheet(null));
    }

    /** Gives a finished letter to somebody. */
    @POST
    @Path("/tugas")
    public Response assign(@RestForm UUID permohonan, @RestForm int version, @RestForm UUID petugas) {
        Officer officer = account.officer().orElseThrow(ForbiddenException::new);
        try {
            service.assign(permohonan, version, petugas, officer);
        } catch (RefusedException e) {
            Request.getEntityManager().clear();
            String key = e instanceof ChangedMeanwhileException ? "request.moved-meanwhile" : "refusal." + e.code();
            return Response.status(e.status())
                    .entity(Templates.list(sheet(texts.of(key))))
                    .build();
        }
        flash.say("delivery.assigned");
        return Response.seeOther(URI.create("/permohonan/" + permohonan)).build();
    }

    private Sheet sheet(String error) {
        List<DeliveryQueries.Line> open = queries.open();
        Predicate<DeliveryQueries.Line> mine = line -> line.courierId().equals(account.id());
        return new Sheet(
                open.stream().filter(mine).toList(),
                open.stream().filter(mine.negate()).toList(),
                queries.waiting(),
                Couriers.choices(),
                error);
    }
}
