package id.smartkampung.village.delivery;

import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Officer;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.PlainText;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** One letter on its way home, on the phone of whoever brings it. */
@Path("/antar")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DeliveryPage {

    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;

    private final DeliveryService service;
    private final CurrentAccount account;
    private final Audit audit;
    private final Texts texts;
    private final Flash flash;

    DeliveryPage(DeliveryService service, CurrentAccount account, Audit audit, Texts texts, Flash flash) {
        this.service = service;
        this.account = account;
        this.audit = audit;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * What was typed, and what is wrong with it.
     *
     * @param error why nothing was done; null for what is told at its field
     */
    public record Typed(String receiver, String reason, FieldErrors errors, String error) {

        static final Typed NOTHING = new Typed("", "", FieldErrors.none(), null);
    }

    /**
     * What the page shows.
     *
     * @param address as it is known of the person, else of the family; null where neither is
     * @param contact the telephone number when it was opened, else null
     * @param acts whether this account may take it further
     */
    public record Sheet(
            Delivery delivery,
            Request request,
            Resident applicant,
            String address,
            String contact,
            boolean acts,
            Typed typed) {

        /** Whether the contact can be called. */
        public boolean isPhone() {
            return contact != null && contact.matches("\\+?\\d{5,15}");
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "delivery")
    static class Templates {

        static native TemplateInstance detail(Sheet sheet);

        private Templates() {}
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(UUID id) {
        return Templates.detail(sheet(id, false, Typed.NOTHING));
    }

    /** Opens the telephone number of the applicant, and writes down who did. */
    @POST
    @Path("/{id}/kontak")
    public TemplateInstance open(UUID id) {
        Sheet sheet = sheet(id, true, Typed.NOTHING);
        if (!sheet.acts()) {
            throw new ForbiddenException();
        }
        audit.record("delivery-contact-shown", "delivery/" + id, List.of("contact"), "");
        return Templates.detail(sheet);
    }

    /** The photo of the hand-over; who looks at it is written down. */
    @GET
    @Path("/{id}/foto")
    @Produces("image/jpeg")
    public Response photo(UUID id) {
        return Response.ok(service.photo(id))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("/{id}/berangkat")
    public Response leave(UUID id, @RestForm int version) {
        return done(id, "delivery.left", Typed.NOTHING, () -> service.leave(id, version, officer()));
    }

    @POST
    @Path("/{id}/batal")
    public Response withdraw(UUID id, @RestForm int version) {
        return done(id, "delivery.withdrawn", Typed.NOTHING, () -> service.withdraw(id, version, officer()));
    }

    /** Says who took the letter, with a photo of the hand-over. */
    @POST
    @Path("/{id}/serah")
    public Response handOver(
            UUID id, @RestForm int version, @RestForm String penerima, @RestForm("foto") FileUpload foto)
            throws IOException {
        FieldErrors errors = FieldErrors.none();
        String receiver = PlainText.line(penerima);
        if (receiver.isEmpty()) {
            errors.add("penerima", texts.of("delivery.receiver-missing"));
        } else if (receiver.length() > LONGEST_NAME) {
            errors.add("penerima", texts.of("form.too-long", LONGEST_NAME));
        }
        byte[] photo = photo(foto, errors);
        Typed typed = new Typed(receiver, "", errors, null);
        if (!errors.isEmpty()) {
            return answer(UNPROCESSABLE, sheet(id, false, typed));
        }
        return done(id, "delivery.handed-over", typed, () -> service.handOver(id, version, receiver, photo, officer()));
    }

    /** Says why nobody took it. */
    @POST
    @Path("/{id}/kembali")
    public Response comeBack(UUID id, @RestForm int version, @RestForm String alasan) {
        FieldErrors errors = FieldErrors.none();
        String reason = PlainText.line(alasan);
        if (reason.isEmpty()) {
            errors.add("alasan", texts.of("delivery.reason-missing"));
        } else if (reason.length() > LONGEST_REASON) {
            errors.add("alasan", texts.of("form.too-long", LONGEST_REASON));
        }
        Typed typed = new Typed("", reason, errors, null);
        if (!errors.isEmpty()) {
            return answer(UNPROCESSABLE, sheet(id, false, typed));
        }
        return done(id, "delivery.came-back", typed, () -> service.comeBack(id, version, reason, officer()));
    }

    private byte[] photo(FileUpload file, FieldErrors errors) throws IOException {
        if (file == null || file.size() == 0) {
            errors.add("foto", texts.of("delivery.photo-missing"));
            return new byte[0];
        }
        try {
            return DeliveryPhoto.painted(file.uploadedFile());
        } catch (RefusedException e) {
            errors.add("foto", texts.of("refusal." + e.code()));
            return new byte[0];
        }
    }

    private Response done(UUID id, String said, Typed typed, Runnable step) {
        try {
            step.run();
        } catch (RefusedException e) {
            Delivery.getEntityManager().clear();
            String key = e instanceof ChangedMeanwhileException ? "delivery.meanwhile" : "refusal." + e.code();
            Typed told = new Typed(typed.receiver(), typed.reason(), typed.errors(), texts.of(key));
            return answer(e.status(), sheet(id, false, told));
        }
        flash.say(said);
        return Response.seeOther(URI.create("/antar/" + id)).build();
    }

    private static Response answer(int status, Sheet sheet) {
        return Response.status(status).entity(Templates.detail(sheet)).build();
    }

    private Officer officer() {
        return account.officer().orElseThrow(ForbiddenException::new);
    }

    private Sheet sheet(UUID id, boolean opened, Typed typed) {
        Delivery delivery = Delivery.<Delivery>findByIdOptional(id).orElseThrow(NotFoundException::new);
        Request request = Request.findById(delivery.requestId);
        Resident applicant = Resident.findById(request.applicantId);
        return new Sheet(
                delivery,
                request,
                applicant,
                address(applicant),
                opened ? request.contact : null,
                delivery.state.isOpen() && Couriers.mayAct(officer(), delivery.courierId),
                typed);
    }

    private static String address(Resident applicant) {
        if (applicant.currentAddress != null || applicant.familyId == null) {
            return applicant.currentAddress;
        }
        return Family.<Family>findById(applicant.familyId).address;
    }
}
