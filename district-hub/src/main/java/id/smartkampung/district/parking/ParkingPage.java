package id.smartkampung.district.parking;

import id.smartkampung.district.apply.ParkedEvents.Parked;
import id.smartkampung.district.intake.IntakeQueries;
import id.smartkampung.district.intake.IntakeStop;
import id.smartkampung.district.parking.ParkingQueries.Event;
import id.smartkampung.district.parking.ParkingQueries.Skipped;
import id.smartkampung.district.parking.ParkingQueries.Subject;
import id.smartkampung.district.parking.ParkingQueries.Wish;
import id.smartkampung.district.web.Words;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Flash;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** What could not be applied, subject by subject, and what can be done about it. */
@Path("/tertahan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.ADMIN, Roles.DUKCAPIL, Roles.DISPERMADES, Roles.INSPEKTORAT})
public class ParkingPage {

    private static final int MOST_SUBJECTS = 200;
    private static final int MOST_EVENTS = 100;

    private final ParkingQueries parking;
    private final IntakeQueries intake;
    private final ParkingService service;
    private final ReleaseService release;
    private final CurrentAccount account;
    private final Flash flash;
    private final Clock clock;

    ParkingPage(
            ParkingQueries parking,
            IntakeQueries intake,
            ParkingService service,
            ReleaseService release,
            CurrentAccount account,
            Flash flash,
            Clock clock) {
        this.parking = parking;
        this.intake = intake;
        this.service = service;
        this.release = release;
        this.account = account;
        this.flash = flash;
        this.clock = clock;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "parking")
    static class Templates {

        static native TemplateInstance list(
                Optional<IntakeStop> stop, List<Subject> subjects, List<Skipped> skipped, boolean acts, Instant asOf);

        static native TemplateInstance subject(
                Subject subject, List<Event> events, Optional<Wish> wish, boolean acts, Instant asOf);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(
                intake.stop(),
                parking.subjects(MOST_SUBJECTS),
                parking.skipped(MOST_SUBJECTS),
                account.is(Roles.ADMIN) || account.is(Roles.DISPERMADES),
                clock.instant());
    }

    @GET
    @Path("{node}")
    public TemplateInstance subject(NodeId node, @RestQuery @DefaultValue("") String subjek) {
        Subject subject = parking.find(node, subjek).orElseThrow(NotFoundException::new);
        return Templates.subject(
                subject,
                parking.events(node, subjek, MOST_EVENTS),
                parking.wish(node, subjek),
                !account.is(Roles.INSPEKTORAT),
                clock.instant());
    }

    @POST
    @Path("{node}/ulang")
    @RolesAllowed({Roles.ADMIN, Roles.DUKCAPIL, Roles.DISPERMADES})
    public Response replay(
            NodeId node,
            @RestForm @DefaultValue("") String subjek,
            @RestForm int epoch,
            @RestForm long posisi,
            @RestForm @DefaultValue("") String alasan) {
        Optional<Parked> left = service.replay(node, subjek, new LogPosition(epoch, posisi), alasan);
        if (left.isPresent()) {
            flash.say(
                    "parking.waits-on",
                    left.get().position().sequence(),
                    Words.words(left.get().code()));
            return to(node, subjek);
        }
        flash.say("parking.replayed");
        return toList();
    }

    @POST
    @Path("{node}/lewati")
    @RolesAllowed({Roles.ADMIN, Roles.DUKCAPIL, Roles.DISPERMADES})
    public Response askSkip(
            NodeId node, @RestForm @DefaultValue("") String subjek, @RestForm @DefaultValue("") String alasan) {
        service.askSkip(node, subjek, alasan);
        flash.say("parking.skip-now-asked");
        return to(node, subjek);
    }

    @POST
    @Path("{node}/setujui")
    @RolesAllowed({Roles.ADMIN, Roles.DUKCAPIL, Roles.DISPERMADES})
    public Response confirmSkip(
            NodeId node, @RestForm @DefaultValue("") String subjek, @RestForm @DefaultValue("") String alasan) {
        service.confirmSkip(node, subjek, alasan);
        flash.say("parking.skipped");
        return toList();
    }

    @POST
    @Path("{node}/batal")
    @RolesAllowed({Roles.ADMIN, Roles.DUKCAPIL, Roles.DISPERMADES})
    public Response withdrawSkip(
            NodeId node, @RestForm @DefaultValue("") String subjek, @RestForm @DefaultValue("") String alasan) {
        service.withdrawSkip(node, subjek, alasan);
        flash.say("parking.skip-withdrawn");
        return to(node, subjek);
    }

    @POST
    @Path("{node}/lanjutkan")
    @RolesAllowed({Roles.ADMIN, Roles.DISPERMADES})
    public Response releaseVillage(
            NodeId node, @RestForm @DefaultValue("") String komputer, @RestForm @DefaultValue("") String alasan) {
        release.releaseVillage(node, komputer, alasan);
        flash.say("release.village");
        return Response.seeOther(URI.create("/desa/" + node)).build();
    }

    @POST
    @Path("ulang-semua")
    @RolesAllowed({Roles.ADMIN, Roles.DUKCAPIL, Roles.DISPERMADES})
    public Response replayAll(@RestForm @DefaultValue("") String alasan) {
        flash.say("parking.replayed-all", service.replayAll(alasan));
        return toList();
    }

    @POST
    @Path("lanjutkan")
    @RolesAllowed({Roles.ADMIN, Roles.DISPERMADES})
    public Response releaseIntake(@RestForm @DefaultValue("") String alasan) {
        release.releaseIntake(alasan);
        flash.say("release.intake");
        return toList();
    }

    private static Response toList() {
        return Response.seeOther(URI.create("/tertahan")).build();
    }

    private static Response to(NodeId node, String subject) {
        return Response.seeOther(ParkingQueries.linkTo(node, subject)).build();
    }
}
