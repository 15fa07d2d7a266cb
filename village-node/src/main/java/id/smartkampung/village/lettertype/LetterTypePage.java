package id.smartkampung.village.lettertype;

import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterCheck;
import id.smartkampung.model.letter.LetterGroup;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterSigner;
import id.smartkampung.model.letter.LetterText;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.request.Channel;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The letter types of the village: what each asks for, says and needs. */
@Path("/jenis-surat")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.SEKDES, Roles.ADMIN})
public class LetterTypePage {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final LetterTypes types;
    private final LetterTypeService service;
    private final CurrentAccount account;
    private final Texts texts;
    private final Flash flash;

    LetterTypePage(LetterTypes types, LetterTypeService service, CurrentAccount account, Texts texts, Flash flash) {
        this.types = types;
        this.service = service;
        this.account = account;
        this.texts = texts;
        this.flash = flash;
    }

    /**
     * What the form shows.
     *
     * @param kind of the type that is changed; null for a new one
     * @param meanwhile who saved another version since the form was opened; null if nobody
     */
    public record Sheet(
            LetterKind kind,
            LetterTypeForm form,
            FieldErrors errors,
            List<LetterTypeVersion> versions,
            LetterTypeVersion meanwhile,
            Lists lists) {}

    /** What may be chosen in the form. */
    public record Lists(
            List<Choice> groups,
            List<Choice> kinds,
            List<Choice> checks,
            List<Choice> roles,
            List<Choice> channels,
            List<String> placeholders,
            List<String> blocks) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "lettertype")
    static class Templates {

        static native TemplateInstance list(List<LetterTypes.Current> types);

        static native TemplateInstance form(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance list() {
        return Templates.list(types.all());
    }

    @GET
    @Path("/baru")
    public TemplateInstance draft() {
        LetterTypeForm form = new LetterTypeForm();
        form.saluran = List.of(Channel.COUNTER.name());
        form.aktif = "ya";
        form.berlaku = "30";
        form.target = "15";
        form.biaya = "0";
        return Templates.form(sheet(null, form, FieldErrors.none(), null));
    }

    @GET
    @Path("/{kode}")
    public TemplateInstance edit(String kode) {
        LetterTypes.Current current = current(kode);
        LetterTypeForm form = LetterTypeForm.of(current.type(), current.version());
        return Templates.form(sheet(current.type().kind(), form, FieldErrors.none(), null));
    }

    /** A type of the village's own; its code must be free. */
    @POST
    @Path("/baru")
    public Response create(@BeanParam LetterTypeForm form, MultivaluedMap<String, String> cells) {
        form.versi = 0;
        FieldErrors errors = FieldErrors.none();
        LetterTypeForm.kind(form.kode)
                .flatMap(types::find)
                .ifPresent(taken -> errors.add("kode", texts.of("lettertype.problem.kind-taken")));
        return save(null, form, cells, errors);
    }

    @POST
    @Path("/{kode}")
    public Response change(String kode, @BeanParam LetterTypeForm form, MultivaluedMap<String, String> cells) {
        LetterKind kind = current(kode).type().kind();
        form.kode = kind.code();
        return save(kind, form, cells, FieldErrors.none());
    }

    private Response save(
            LetterKind kind, LetterTypeForm form, MultivaluedMap<String, String> cells, FieldErrors errors) {
        form.rows = LetterTypeRows.typed(column -> cells.getOrDefault(column, List.of()));
        Optional<LetterType> type =
                form.toType(errors, texts, one -> types.find(one).isPresent());
        List<LetterType> known =
                types.all().stream().map(LetterTypes.Current::type).toList();
        type.flatMap(saved -> SharedFields.find(saved, known))
                .ifPresent(clash -> errors.add(
                        "isian",
                        texts.of("lettertype.problem.field-shared", clash.field(), clash.one(), clash.other())));
        if (!errors.isEmpty()) {
            return answer(UNPROCESSABLE, sheet(kind, form, errors, null));
        }
        try {
            int version = service.save(type.get(), form.versi, Author.byForm(account));
            types.forget();
            flash.say("lettertype.saved", version);
        } catch (ChangedMeanwhileException e) {
            LetterTypeVersion.getEntityManager().clear();
            types.forget();
            List<LetterTypeVersion> versions =
                    LetterTypeVersion.listByKind(type.get().kind());
            LetterTypeVersion newest = versions.isEmpty() ? null : versions.get(0);
            form.versi = newest == null ? 0 : newest.version;
            return answer(CONFLICT, sheet(kind, form, errors, newest));
        }
        return Response.seeOther(URI.create("/jenis-surat")).build();
    }

    private static Response answer(int status, Sheet sheet) {
        return Response.status(status).entity(Templates.form(sheet)).build();
    }

    private LetterTypes.Current current(String kode) {
        return LetterTypeForm.kind(kode).flatMap(types::find).orElseThrow(NotFoundException::new);
    }

    private Sheet sheet(LetterKind kind, LetterTypeForm form, FieldErrors errors, LetterTypeVersion meanwhile) {
        List<LetterTypeVersion> versions = kind == null ? List.of() : LetterTypeVersion.listByKind(kind);
        return new Sheet(kind, form, errors, versions, meanwhile, lists());
    }

    private Lists lists() {
        return new Lists(
                choices("letter-group.", LetterGroup.values()),
                choices("field-kind.", FieldKind.values()),
                choices("letter-check.", LetterCheck.Kind.values()),
                choices("signer.", LetterSigner.Role.values()),
                choices("channel.", Channel.values()),
                Arrays.stream(LetterText.Placeholder.values())
                        .map(one -> "{" + one.word() + "}")
                        .toList(),
                Arrays.stream(LetterText.Block.values())
                        .map(LetterText.Block::word)
                        .map(word -> texts.of("letter-block." + word))
                        .toList());
    }

    private List<Choice> choices(String prefix, Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(one -> new Choice(one.name(), texts.of(prefix + one.name())))
                .toList();
    }
}
