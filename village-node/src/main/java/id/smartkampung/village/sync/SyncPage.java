package id.smartkampung.village.sync;

import id.smartkampung.village.log.LogQueries;
import id.smartkampung.village.trust.Fingerprint;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;

/** Whether everything has reached the district, for those who want to know more than the sentence says. */
@Path("/sinkronisasi")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SyncPage {

    private static final int RECENT = 50;

    private final SyncStatus status;
    private final LogQueries log;
    private final Fingerprint fingerprint;
    private final Texts texts;

    SyncPage(SyncStatus status, LogQueries log, Fingerprint fingerprint, Texts texts) {
        this.status = status;
        this.log = log;
        this.fingerprint = fingerprint;
        this.texts = texts;
    }

    /** One change on its way; what it is about is said without saying about whom. */
    public record Change(long number, String what, Instant at, boolean sent, boolean acked) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "sync")
    static class Templates {

        static native TemplateInstance sync(SyncView view, List<Change> changes, String machine);

        static native TemplateInstance sync$sentence(SyncView view);

        private Templates() {}
    }

    @GET
    public TemplateInstance page() {
        SyncView view = status.view();
        return Templates.sync(
                view,
                log.recent(RECENT).stream().map(event -> change(event, view)).toList(),
                fingerprint.code());
    }

    /** The sentence alone, for the pages that keep it fresh. */
    @GET
    @Path("/kalimat")
    public TemplateInstance sentence() {
        return Templates.sync$sentence(status.view());
    }

    private Change change(LogQueries.Listed event, SyncView view) {
        long number = event.position().sequence();
        return new Change(
                number,
                texts.of("sync." + event.type()),
                event.time(),
                number <= view.lastSequence() - view.unsent(),
                number <= view.ackedSequence());
    }
}
