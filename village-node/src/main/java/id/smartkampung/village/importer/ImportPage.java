package id.smartkampung.village.importer;

import id.smartkampung.village.history.Author;
import id.smartkampung.village.importer.row.Header;
import id.smartkampung.village.importer.row.ImportColumn;
import id.smartkampung.village.importer.row.PopulationFile;
import id.smartkampung.village.importer.row.Severity;
import id.smartkampung.village.importer.sheet.Refusal;
import id.smartkampung.village.importer.sheet.SheetRefusedException;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The way of a file into the register: upload, look, let in, report. */
@Path(ImportPage.ADDRESS)
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.OPERATOR, Roles.SEKDES, Roles.ADMIN})
public class ImportPage {

    static final String ADDRESS = "/impor";
    static final String TOO_LARGE = "/terlalu-besar";

    private static final int RUNS_SHOWN = 20;
    private static final int FINDINGS_SHOWN = 50;
    private static final int UNPROCESSABLE = 422;

    private final ImportQueries imports;
    private final ImportRunService runs;
    private final ImportWorker worker;
    private final ImportFiles files;
    private final ImportConfig config;
    private final CurrentAccount account;

    ImportPage(
            ImportQueries imports,
            ImportRunService runs,
            ImportWorker worker,
            ImportFiles files,
            ImportConfig config,
            CurrentAccount account) {
        this.imports = imports;
        this.runs = runs;
        this.worker = worker;
        this.files = files;
        this.config = config;
        this.account = account;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "importer")
    static class Templates {

        static native TemplateInstance list(List<RunView> runs, long bytes, String refusal);

        static native TemplateInstance run(
                RunView run, Findings findings, List<FindingQueries.TotalRow> totals, Totals village);

        static native TemplateInstance run$progress(RunView run);

        private Templates() {}
    }

    /** One screenful of findings; first and next are null where there is nothing before or behind. */
    record Findings(boolean errors, List<RunView.FindingView> rows, String first, String next) {}

    /** Sums over all dusun. */
    record Totals(int men, int women, int unknown, int all, Integer told, Integer difference) {}

    @GET
    public TemplateInstance list() {
        return list(null);
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(@RestForm("berkas") FileUpload file) throws IOException {
        if (file == null || file.fileName() == null || file.fileName().isEmpty()) {
            return refused(new SheetRefusedException(Refusal.NOTHING_CHOSEN));
        }
        try {
            Header header = PopulationFile.headerOf(file.uploadedFile(), config.limits());
            if (!header.hasStrange()) {
                header.refuseMissing();
            }
            UUID id = runs.newId();
            files.keep(id, file.uploadedFile());
            Author author = new Author(account.id(), account.username(), Author.IMPORT);
            runs.create(id, file.fileName(), Files.size(file.uploadedFile()), header.columns(), author);
            worker.submit(id);
            return seeOther(id);
        } catch (SheetRefusedException e) {
            return refused(e);
        }
    }

    /** Where an upload ends that is larger than any body the server reads, see {@link OversizedUploads}. */
    @GET
    @Path(TOO_LARGE)
    public Response tooLarge() {
        String sentence = imports.refusal(Refusal.TOO_LARGE, "");
        return Response.status(Status.REQUEST_ENTITY_TOO_LARGE)
                .entity(list(sentence))
                .build();
    }

    @GET
    @Path("/{id}")
    public TemplateInstance run(
            UUID id, @RestQuery @DefaultValue("") String saring, @RestQuery @DefaultValue("0") int sesudah) {
        RunView run = imports.byId(id);
        boolean errors = saring.equals("galat") || (saring.isEmpty() && run.errorRows() > 0);
        List<FindingQueries.TotalRow> totals = imports.totals(id);
        return Templates.run(run, findings(id, errors, sesudah), totals, village(totals));
    }

    /** The part of the page that moves; when the work is over, the page is asked for as a whole. */
    @GET
    @Path("/{id}/kemajuan")
    public Response progress(UUID id) {
        RunView run = imports.byId(id);
        if (!run.state().works()) {
            return Response.noContent().header("HX-Refresh", "true").build();
        }
        return Response.ok(Templates.run$progress(run)).build();
    }

    @POST
    @Path("/{id}/jalankan")
    public Response start(UUID id) {
        runs.start(id, account.officer().orElse(null));
        worker.submit(id);
        return seeOther(id);
    }

    @POST
    @Path("/{id}/jeda")
    public Response pause(UUID id) {
        runs.pause(id);
        return seeOther(id);
    }

    @POST
    @Path("/{id}/lanjutkan")
    public Response goOn(UUID id) {
        runs.goOn(id);
        worker.submit(id);
        return seeOther(id);
    }

    @POST
    @Path("/{id}/buang")
    public Response discard(UUID id) {
        runs.discard(id);
        files.delete(id);
        return Response.seeOther(URI.create("/impor")).build();
    }

    /** Takes what columns with a strange name mean, one field per column: {@code arti0}, {@code arti7}, … */
    @POST
    @Path("/{id}/kolom")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response tellColumns(UUID id, MultivaluedMap<String, String> form) {
        Map<Integer, ImportColumn> meanings = new HashMap<>();
        for (RunView.StrangeColumn column : imports.byId(id).strangeColumns()) {
            String chosen = form.getFirst("arti" + column.place());
            Arrays.stream(ImportColumn.values())
                    .filter(meaning -> meaning.name().equals(chosen))
                    .forEach(meaning -> meanings.put(column.place(), meaning));
        }
        runs.tellColumns(id, meanings);
        worker.submit(id);
        return seeOther(id);
    }

    /** Takes the figures of the old system, one field per dusun: {@code lama0}, {@code lama1}, … */
    @POST
    @Path("/{id}/banding")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response compare(UUID id, MultivaluedMap<String, String> form) {
        Map<Integer, Integer> told = new HashMap<>();
        imports.totals(id).forEach(total -> {
            String typed = form.getFirst("lama" + total.position());
            told.put(total.position(), number(typed));
        });
        runs.tell(id, told);
        return Response.seeOther(URI.create("/impor/" + id + "#banding")).build();
    }

    private TemplateInstance list(String refusal) {
        return Templates.list(imports.newest(RUNS_SHOWN), config.limits().fileBytes(), refusal);
    }

    private Response refused(SheetRefusedException reason) {
        String sentence = imports.refusal(reason.refusal(), reason.detail());
        return Response.status(UNPROCESSABLE).entity(list(sentence)).build();
    }

    private Findings findings(UUID id, boolean errors, int after) {
        Severity severity = errors ? Severity.ERROR : Severity.WARNING;
        List<FindingQueries.Numbered> found = imports.findings(id, severity, after, FINDINGS_SHOWN + 1);
        List<FindingQueries.Numbered> shown = found.subList(0, Math.min(FINDINGS_SHOWN, found.size()));
        String address = "/impor/" + id + "?saring=" + (errors ? "galat" : "peringatan");
        String first = after > 0 ? address + "#baris" : null;
        String next = null;
        if (found.size() > FINDINGS_SHOWN) {
            next = address + "&sesudah=" + shown.get(FINDINGS_SHOWN - 1).number() + "#baris";
        }
        return new Findings(errors, shown.stream().map(imports::inWords).toList(), first, next);
    }

    private static Totals village(List<FindingQueries.TotalRow> totals) {
        int men = totals.stream().mapToInt(FindingQueries.TotalRow::men).sum();
        int women = totals.stream().mapToInt(FindingQueries.TotalRow::women).sum();
        int unknown = totals.stream().mapToInt(FindingQueries.TotalRow::unknown).sum();
        boolean allTold = !totals.isEmpty() && totals.stream().allMatch(total -> total.told() != null);
        if (!allTold) {
            return new Totals(men, women, unknown, men + women + unknown, null, null);
        }
        int told = totals.stream().mapToInt(FindingQueries.TotalRow::told).sum();
        return new Totals(men, women, unknown, men + women + unknown, told, men + women + unknown - told);
    }

    /** What is no number is no answer. */
    private static Integer number(String typed) {
        String digits = typed == null ? "" : typed.replaceAll("[.\\s]", "");
        return digits.matches("\\d{1,7}") ? Integer.valueOf(digits) : null;
    }

    private static Response seeOther(UUID id) {
        return Response.seeOther(URI.create("/impor/" + id)).build();
    }
}
