package id.smartkampung.village.request;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.request.Channel;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.value.PhoneNumber;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.layout.FeatureRights;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** Takes a request at the counter: who, which letter, what for. */
@Path("/permohonan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class NewRequestPage {

    private static final int UNPROCESSABLE = 422;

    private final RequestService service;
    private final RequestQueries requests;
    private final LetterTypes types;
    private final FeatureRights rights;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;
    private final Clock clock;

    NewRequestPage(
            RequestService service,
            RequestQueries requests,
            LetterTypes types,
            FeatureRights rights,
            CurrentAccount account,
            Texts texts,
            Flash flash,
            Clock clock) {
        this.service = service;
        this.requests = requests;
        this.types = types;
        this.rights = rights;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
        this.clock = clock;
    }

    /** What the form shows; twins are open requests of the same person for the same letter. */
    public record Sheet(
            Resident applicant,
            LetterType letter,
            List<RequestQueries.Line> twins,
            RequestForm form,
            FieldErrors errors,
            List<Choice> channels,
            String contactHint,
            LocalDate today) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "request")
    static class Templates {

        static native TemplateInstance search(boolean register);

        static native TemplateInstance kinds(
                Resident applicant, Collection<LetterType> letters, List<RequestQueries.Line> open, LocalDate today);

        static native TemplateInstance form(Sheet sheet);

        private Templates() {}
    }

    /** Asks for what is still missing: the person, then the letter, then the rest. */
    @GET
    @Path("/baru")
    public TemplateInstance ask(@RestQuery UUID warga, @RestQuery String jenis) {
        Resident applicant = warga == null ? null : Resident.findById(warga);
        if (applicant == null) {
            return Templates.search(rights.admits("/penduduk"));
        }
        Optional<LetterType> letter = letter(jenis);
        if (letter.isEmpty()) {
            List<RequestQueries.Line> open = requests.ofApplicant(warga, 20).stream()
                    .filter(line -> !line.state().isFinal())
                    .toList();
            return Templates.kinds(applicant, types.offered(), open, today());
        }
        RequestForm form = new RequestForm();
        form.saluran = Channel.COUNTER.name();
        return Templates.form(sheet(applicant, letter.get(), form, FieldErrors.none()));
    }

    @POST
    @Path("/baru")
    public Response submit(@RestQuery UUID warga, @RestQuery String jenis, @BeanParam RequestForm form) {
        Resident applicant = warga == null ? null : Resident.findById(warga);
        Optional<LetterType> letter = letter(jenis);
        if (applicant == null || letter.isEmpty()) {
            return Response.ok(Templates.search(rights.admits("/penduduk"))).build();
        }
        FieldErrors errors = FieldErrors.none();
        Optional<RequestDraft> draft = form.toDraft(applicant, letter.get(), errors, texts);
        if (draft.isEmpty()) {
            return Response.status(UNPROCESSABLE)
                    .entity(Templates.form(sheet(applicant, letter.get(), form, errors)))
                    .build();
        }
        Request request = service.submit(draft.get(), Author.byForm(account));
        flash.say("request.submitted", request.number);
        return Response.seeOther(URI.create("/permohonan/" + request.id)).build();
    }

    private Sheet sheet(Resident applicant, LetterType letter, RequestForm form, FieldErrors errors) {
        List<Choice> channels = Arrays.stream(Channel.values())
                .filter(letter.channels()::contains)
                .map(channel -> new Choice(channel.name(), texts.of("channel." + channel.name())))
                .toList();
        return new Sheet(
                applicant,
                letter,
                requests.openTwins(applicant.id, letter.kind()),
                form,
                errors,
                channels,
                contactHint(applicant),
                today());
    }

    /** The known number stays masked and is taken when nothing else is typed. */
    private String contactHint(Resident applicant) {
        return applicant.phone == null
                ? texts.of("request.contact-hint")
                : texts.of("request.contact-known", PhoneNumber.masked(applicant.phone));
    }

    private LocalDate today() {
        return Wib.dateOf(clock.instant());
    }

    private Optional<LetterType> letter(String code) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        try {
            return types.find(new LetterKind(code))
                    .map(LetterTypes.Current::type)
                    .filter(LetterType::active);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
