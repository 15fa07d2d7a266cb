package id.smartkampung.village.home;

import id.smartkampung.model.request.RequestState;
import id.smartkampung.village.calendar.ServiceTime;
import id.smartkampung.village.request.RequestQueries;
import id.smartkampung.village.request.ServiceClock;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.FeatureRights;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an officer sees first: today's work, whether everything has arrived, what happened last. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class HomePage {

    private static final int WAITING = 8;
    private static final int HAPPENED = 6;

    private final RequestQueries requests;
    private final ServiceClock serviceClock;
    private final LastChanges changes;
    private final FeatureRights rights;
    private final CurrentAccount account;
    private final Clock clock;

    HomePage(
            RequestQueries requests,
            ServiceClock serviceClock,
            LastChanges changes,
            FeatureRights rights,
            CurrentAccount account,
            Clock clock) {
        this.requests = requests;
        this.serviceClock = serviceClock;
        this.changes = changes;
        this.rights = rights;
        this.account = account;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param daytime one of pagi, siang, sore, malam
     * @param requests whether the account may see what was asked for
     * @param searches whether the account may look for people
     * @param line whether the account may see how the line to the district is
     */
    public record Today(
            String name,
            String daytime,
            Instant now,
            long toReview,
            long toSign,
            long ready,
            long delivering,
            long incomplete,
            List<RequestQueries.Line> waiting,
            Map<UUID, ServiceTime> times,
            List<LastChanges.Happened> happened,
            boolean empty,
            boolean writes,
            boolean requests,
            boolean searches,
            boolean line) {

        /** The service clock of a line; null where it is not known. */
        public ServiceTime time(RequestQueries.Line line) {
            return times.get(line.id());
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "home")
    static class Templates {

        static native TemplateInstance home(Today today);

        private Templates() {}
    }

    @GET
    public TemplateInstance home() {
        Map<RequestState, Long> counts = requests.countOpen();
        Instant now = clock.instant();
        List<RequestQueries.Line> waiting = waiting();
        return Templates.home(new Today(
                account.displayName(),
                daytime(now.atZone(Wib.ZONE).getHour()),
                now,
                counts.get(RequestState.SUBMITTED) + counts.get(RequestState.IN_REVIEW),
                counts.get(RequestState.AWAITING_SIGNATURE),
                counts.get(RequestState.READY) + counts.get(RequestState.OUT_FOR_DELIVERY),
                counts.get(RequestState.OUT_FOR_DELIVERY),
                counts.get(RequestState.NEEDS_COMPLETION),
                waiting,
                serviceClock.of(waiting),
                happened(),
                changes.isRegisterEmpty(),
                !account.is(Roles.KADES),
                rights.admits("/permohonan"),
                SearchPage.isFor(rights),
                rights.admits("/sinkronisasi")));
    }

    private List<RequestQueries.Line> waiting() {
        return rights.admits("/permohonan") ? requests.waiting(waitingFor(), WAITING) : List.of();
    }

    private List<LastChanges.Happened> happened() {
        boolean all = rights.admits("/permohonan") && rights.admits("/penduduk");
        return all ? changes.last(HAPPENED) : List.of();
    }

    /** Those who sign see first what waits for a signature. */
    private Set<RequestState> waitingFor() {
        return account.is(Roles.KADES)
                ? EnumSet.of(RequestState.AWAITING_SIGNATURE)
                : EnumSet.of(RequestState.SUBMITTED, RequestState.IN_REVIEW);
    }

    private static String daytime(int hour) {
        if (hour >= 3 && hour < 11) {
            return "pagi";
        }
        if (hour >= 11 && hour < 15) {
            return "siang";
        }
        return hour >= 15 && hour < 18 ? "sore" : "malam";
    }
}
