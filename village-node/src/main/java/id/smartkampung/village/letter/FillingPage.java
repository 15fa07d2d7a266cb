package id.smartkampung.village.letter;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.office.Signatory;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fills in the letters of a request: what the type asks for beyond the register. */
@Path("/permohonan/{id}/surat")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class FillingPage {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final FillingService service;
    private final FillingView view;
    private final Prefill prefill;
    private final LetterTypes types;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    FillingPage(
            FillingService service,
            FillingView view,
            Prefill prefill,
            LetterTypes types,
            CurrentAccount account,
            Texts texts,
            Flash flash) {
        this.service = service;
        this.view = view;
        this.prefill = prefill;
        this.types = types;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "letter")
    static class Templates {

        static native TemplateInstance filling(FillingSheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance ask(UUID id) {
        Request request = request(id);
        Bundle bundle = Bundle.of(request.kind, types);
        Resident applicant = Resident.findById(request.applicantId);
        FillingView.Content content = LetterFilling.find(id)
                .map(stored -> new FillingView.Content(
                        stored.answers(),
                        LetterDraft.listByRequest(id).stream()
                                .map(draft -> draft.kind)
                                .collect(Collectors.toSet()),
                        stored.signatoryId,
                        stored.version))
                .orElseGet(() -> new FillingView.Content(
                        prefill.of(request, applicant, bundle), view.usual(bundle, applicant), null, -1));
        return Templates.filling(view.sheet(request, bundle, content, FieldErrors.none(), null));
    }

    @POST
    public Response save(UUID id, MultivaluedMap<String, String> cells) {
        Request request = request(id);
        Bundle bundle = Bundle.of(request.kind, types);
        FieldErrors errors = FieldErrors.none();
        Set<LetterKind> chosen = bundle.alongside().stream()
                .map(letter -> letter.type().kind())
                .filter(kind -> cells.getOrDefault("dok", List.of()).contains(kind.code()))
                .collect(Collectors.toSet());
        List<LetterTypes.Current> letters = bundle.chosen(chosen);
        Answers answers = new AnswerForm(cells, errors, texts)
                .read(Bundle.fields(bundle.all()).values(), Bundle.required(letters));
        Optional<Signatory> signatory = signatory(cells.getFirst("penandaTangan"));
        if (signatory.isEmpty()) {
            errors.add("penandaTangan", texts.of("letter.signatory-missing"));
        }
        UUID signedBy = signatory.map(one -> one.id).orElse(null);
        FillingView.Content content =
                new FillingView.Content(answers, chosen, signedBy, seen(cells.getFirst("version")));
        Resident applicant = Resident.findById(request.applicantId);
        Optional<Finding> refusing = errors.isEmpty()
                ? view.findings(letters, answers, applicant).stream()
                        .filter(Finding::refuses)
                        .findFirst()
                : Optional.empty();
        if (!errors.isEmpty() || refusing.isPresent()) {
            String refused = refusing.map(Finding::text).orElse(null);
            return answer(UNPROCESSABLE, view.sheet(request, bundle, content, errors, refused));
        }
        try {
            service.save(id, content.version(), answers, signedBy, letters, Author.byForm(account));
        } catch (ChangedMeanwhileException e) {
            Request.getEntityManager().clear();
            int stored = LetterFilling.find(id).map(filling -> filling.version).orElse(-1);
            FillingView.Content again = new FillingView.Content(answers, chosen, signedBy, stored);
            return answer(
                    CONFLICT, view.sheet(request(id), bundle, again, errors, texts.of("letter.filled-meanwhile")));
        } catch (RefusedException e) {
            return answer(e.status(), view.sheet(request, bundle, content, errors, texts.of("refusal." + e.code())));
        }
        flash.say("letter.filled");
        return Response.seeOther(URI.create("/permohonan/" + id + "/konsep")).build();
    }

    private static Response answer(int status, FillingSheet sheet) {
        return Response.status(status).entity(Templates.filling(sheet)).build();
    }

    private static Request request(UUID id) {
        return Request.<Request>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static int seen(String version) {
        return version != null && version.matches("-?\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private static Optional<Signatory> signatory(String id) {
        return Signatory.listActive().stream()
                .filter(one -> one.id.toString().equals(id))
                .findFirst();
    }
}
