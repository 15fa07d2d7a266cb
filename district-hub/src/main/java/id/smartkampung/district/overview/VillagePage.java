package id.smartkampung.district.overview;

import id.smartkampung.district.change.MutationQueries;
import id.smartkampung.district.overview.VillageFilter.Kind;
import id.smartkampung.district.overview.VillageFilter.Order;
import id.smartkampung.district.status.VillageLogQueries;
import id.smartkampung.district.status.VillageLogQueries.Incident;
import id.smartkampung.district.status.VillageLogQueries.Parked;
import id.smartkampung.district.status.VillageLogQueries.Received;
import id.smartkampung.district.trust.Machines;
import id.smartkampung.district.trust.Machines.Machine;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** The village servers: which are complete, which are behind, which need a person. */
@Path("/desa")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Blocking
public class VillagePage {

    private static final int PAGE = 50;
    private static final int LATEST = 12;
    private static final int NOTABLE = 50;

    private final VillageLines villages;
    private final VillageLogQueries logs;
    private final MutationQueries mutations;
    private final Machines machines;
    private final CurrentAccount account;
    private final Clock clock;
    private final Texts texts;

    VillagePage(
            VillageLines villages,
            VillageLogQueries logs,
            MutationQueries mutations,
            Machines machines,
            CurrentAccount account,
            Clock clock,
            Texts texts) {
        this.villages = villages;
        this.logs = logs;
        this.mutations = mutations;
        this.machines = machines;
        this.account = account;
        this.clock = clock;
        this.texts = texts;
    }

    /** A chip with the number of villages behind it. */
    public record Chip(Kind kind, long amount) {}

    /** One page of the list; next is the node after which the next page begins, or null. */
    public record VillagePart(
            List<VillageLine> lines, List<Chip> chips, long found, long all, String next, boolean first) {}

    /** What a village reported of its population this month; the first day stands for it. */
    public record Month(LocalDate first, List<MutationQueries.OfKind> kinds) {}

    @CheckedTemplate(basePath = "overview")
    static class Templates {

        static native TemplateInstance villages(
                VillagePart part, VillageFilter filter, List<Choice> areas, List<Order> orders, Instant asOf);

        static native TemplateInstance villages$rows(VillagePart part, VillageFilter filter, Instant asOf);

        static native TemplateInstance village(
                VillageLine line,
                List<Incident> incidents,
                List<Parked> parked,
                List<Received> latest,
                Month month,
                boolean releases,
                List<Machine> machines,
                Instant asOf);

        static native TemplateInstance village$state(
                VillageLine line,
                List<Incident> incidents,
                List<Parked> parked,
                List<Received> latest,
                Month month,
                boolean releases,
                List<Machine> machines,
                Instant asOf);

        private Templates() {}
    }

    @GET
    public TemplateInstance villages(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String kec,
            @RestQuery @DefaultValue("") String saring,
            @RestQuery @DefaultValue("") String urut,
            @RestQuery @DefaultValue("") String setelah) {
        VillageFilter filter = VillageFilter.of(q, kec, saring, urut);
        return Templates.villages(part(filter, setelah), filter, areas(), List.of(Order.values()), clock.instant());
    }

    @GET
    @Path("daftar")
    public TemplateInstance rows(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String kec,
            @RestQuery @DefaultValue("") String saring,
            @RestQuery @DefaultValue("") String urut,
            @RestQuery @DefaultValue("") String setelah) {
        VillageFilter filter = VillageFilter.of(q, kec, saring, urut);
        return Templates.villages$rows(part(filter, setelah), filter, clock.instant());
    }

    @GET
    @Path("ekspor")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response export(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String kec,
            @RestQuery @DefaultValue("") String saring,
            @RestQuery @DefaultValue("") String urut,
            @RestQuery @DefaultValue("xlsx") String format) {
        VillageFilter filter = VillageFilter.of(q, kec, saring, urut);
        List<VillageLine> lines = filter.search(villages.of(area())).stream()
                .filter(filter.kind()::holds)
                .toList();
        return new VillageTable(texts).file(lines, clock.instant()).as(format);
    }

    @GET
    @Path("{node}")
    public TemplateInstance village(NodeId node) {
        return Templates.village(
                find(node),
                logs.incidents(node, NOTABLE),
                logs.parked(node, NOTABLE),
                logs.latest(node, LATEST),
                month(node),
                releases(),
                releases() ? machines.of(node) : List.of(),
                clock.instant());
    }

    @GET
    @Path("{node}/keadaan")
    public TemplateInstance state(NodeId node) {
        return Templates.village$state(
                find(node),
                logs.incidents(node, NOTABLE),
                logs.parked(node, NOTABLE),
                logs.latest(node, LATEST),
                month(node),
                releases(),
                releases() ? machines.of(node) : List.of(),
                clock.instant());
    }

    private Month month(NodeId node) {
        YearMonth now = YearMonth.from(Wib.dateOf(clock.instant()));
        return new Month(now.atDay(1), mutations.ofMonth(node, now));
    }

    private boolean releases() {
        return account.is(Roles.ADMIN) || account.is(Roles.DISPERMADES);
    }

    private VillageLine find(NodeId node) {
        return villages.find(node, area()).orElseThrow(NotFoundException::new);
    }

    private VisibleArea area() {
        return VisibleArea.of(account);
    }

    private List<Choice> areas() {
        VisibleArea area = area();
        return Wilayah.kecamatan().stream()
                .filter(place -> area.contains(place.kode()))
                .map(place -> new Choice(place.kode().value(), place.name()))
                .toList();
    }

    private VillagePart part(VillageFilter filter, String after) {
        List<VillageLine> all = villages.of(area());
        List<VillageLine> found = filter.search(all);
        List<Chip> chips = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long amount = found.stream().filter(kind::holds).count();
            if (amount > 0 || kind == Kind.ALL || kind == filter.kind()) {
                chips.add(new Chip(kind, amount));
            }
        }
        List<VillageLine> chosen = found.stream().filter(filter.kind()::holds).toList();
        List<VillageLine> rest = all.stream()
                .filter(line -> line.status().node().value().equals(after))
                .findFirst()
                .map(last -> filter.after(chosen, last))
                .orElse(chosen);
        List<VillageLine> page = rest.subList(0, Math.min(PAGE, rest.size()));
        String next = rest.size() > PAGE ? page.get(PAGE - 1).status().node().value() : null;
        return new VillagePart(page, chips, chosen.size(), all.size(), next, after.isBlank());
    }
}
