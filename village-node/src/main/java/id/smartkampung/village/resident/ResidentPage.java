package id.smartkampung.village.resident;

import id.smartkampung.model.event.Subject;
import id.smartkampung.village.change.Mutation;
import id.smartkampung.village.lookup.Findings;
import id.smartkampung.village.lookup.HistoryLine;
import id.smartkampung.village.lookup.HistoryReader;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.RegisterRights;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentAlias;
import id.smartkampung.village.request.RequestQueries;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.layout.FeatureRights;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** One person: data, family, history, requests. */
@Path("/penduduk")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ResidentPage {

    private static final int FEW_CHANGES = 8;
    private static final int ALL_CHANGES = 500;
    private static final int REQUESTS = 10;

    private final HistoryReader history;
    private final RequestQueries requests;
    private final Findings findings;
    private final FeatureRights rights;
    private final CurrentAccount account;
    private final Audit audit;
    private final Clock clock;

    ResidentPage(
            HistoryReader history,
            RequestQueries requests,
            Findings findings,
            FeatureRights rights,
            CurrentAccount account,
            Audit audit,
            Clock clock) {
        this.history = history;
        this.requests = requests;
        this.findings = findings;
        this.rights = rights;
        this.account = account;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the page shows of a person. */
    public record Person(
            Resident resident,
            Family family,
            List<Resident> members,
            Findings.Found found,
            List<HistoryLine> history,
            boolean moreHistory,
            List<RequestQueries.Line> requests,
            List<Mutation> mutations,
            List<ResidentAlias> merged,
            LocalDate today,
            boolean writable,
            Revealed revealed) {

        /** Where the eye of a masked value asks. */
        public String opening(String what) {
            return "/penduduk/" + resident.id + "/buka/" + what;
        }

        /** Place and year; the day stays covered. */
        public String born() {
            String year = Integer.toString(resident.bornOn.getYear());
            return resident.bornIn == null ? year : resident.bornIn + ", " + year;
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "resident")
    static class Templates {

        static native TemplateInstance detail(Person person);

        private Templates() {}
    }

    @GET
    @Path("/{id}")
    public Response detail(UUID id, @RestQuery String riwayat) {
        Optional<UUID> kept = ResidentAlias.keptOf(id);
        if (kept.isPresent()) {
            return Response.seeOther(URI.create("/penduduk/" + kept.get())).build();
        }
        return Response.ok(Templates.detail(person(id, "semua".equals(riwayat), Revealed.NOTHING)))
                .build();
    }

    /** Opens one masked value. The script shows the text for a while; without it the page comes back opened. */
    @POST
    @Path("/{id}/buka/{what}")
    public Response reveal(UUID id, String what, @HeaderParam("HX-Request") String byScript) {
        Resident resident = found(id);
        Family family = familyOf(resident);
        Revealed revealed = Revealed.of(what, resident, family).orElseThrow(NotFoundException::new);
        audit.record("revealed", new Subject(Subject.RESIDENT, id).toString(), List.of(what), "");
        if (byScript != null) {
            return Response.ok(revealed.text(), MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                    .build();
        }
        return Response.ok(Templates.detail(person(id, false, revealed))).build();
    }

    private Person person(UUID id, boolean wholeHistory, Revealed revealed) {
        Resident resident = found(id);
        Family family = familyOf(resident);
        List<HistoryLine> lines = history.lines(Subject.RESIDENT, id, wholeHistory ? ALL_CHANGES : FEW_CHANGES + 1);
        boolean more = !wholeHistory && lines.size() > FEW_CHANGES;
        return new Person(
                resident,
                family,
                family == null ? List.of() : Resident.listByFamily(family.id),
                findings.of(resident),
                more ? lines.subList(0, FEW_CHANGES) : lines,
                more,
                requestsOf(id),
                mutationsOf(id),
                ResidentAlias.listByKept(id),
                Wib.dateOf(clock.instant()),
                RegisterRights.mayWrite(account),
                revealed);
    }

    private List<RequestQueries.Line> requestsOf(UUID id) {
        return rights.admits("/permohonan") ? requests.ofApplicant(id, REQUESTS) : List.of();
    }

    private List<Mutation> mutationsOf(UUID id) {
        return rights.admits("/peristiwa") ? Mutation.listByResident(id) : List.of();
    }

    private static Resident found(UUID id) {
        return Resident.<Resident>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Family familyOf(Resident resident) {
        return resident.familyId == null ? null : Family.findById(resident.familyId);
    }
}
