package id.smartkampung.village.home;

import id.smartkampung.village.lookup.ResidentQueries;
import id.smartkampung.village.register.RegisterRights;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.RequestQueries;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.layout.FeatureRights;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** The one search box: NIK, No. KK, name, telephone, number of a request. What is typed never becomes an address. */
@Path("/cari")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SearchPage {

    private static final String REGISTER = "/penduduk";
    private static final String REQUESTS = "/permohonan";
    private static final int LIMIT = 25;
    private static final int LONGEST = 100;
    private static final int WHOLE_NUMBER = 16;

    private final ResidentQueries residents;
    private final RequestQueries requests;
    private final FeatureRights rights;
    private final CurrentAccount account;
    private final Clock clock;

    SearchPage(
            ResidentQueries residents,
            RequestQueries requests,
            FeatureRights rights,
            CurrentAccount account,
            Clock clock) {
        this.residents = residents;
        this.requests = requests;
        this.rights = rights;
        this.account = account;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param open counts the open requests of each person who has some
     * @param register whether the account may look at people; else they only ask for letters
     */
    public record Found(
            String q,
            List<Resident> residents,
            boolean more,
            Map<UUID, Long> open,
            LocalDate today,
            boolean register,
            boolean writable) {

        /** Zero where there are none. */
        public long openOf(Resident resident) {
            return open.getOrDefault(resident.id, 0L);
        }

        /** Where one goes on with a person. */
        public String addressOf(Resident resident) {
            return (register ? "/penduduk/" : "/permohonan/baru?warga=") + resident.id;
        }
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "home")
    static class Templates {

        static native TemplateInstance search(Found found);

        private Templates() {}
    }

    /** People are looked for to see them, and to take their requests. */
    static boolean isFor(FeatureRights rights) {
        return rights.admits(REGISTER) || rights.admits(REQUESTS);
    }

    @GET
    public TemplateInstance empty() {
        requireAPart();
        return Templates.search(found(""));
    }

    @POST
    public Response search(@RestForm String q, @HeaderParam("HX-Request") String byScript) {
        requireAPart();
        String typed = q == null || q.indexOf('\0') >= 0 ? "" : q.strip();
        String asked = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        Optional<UUID> request = rights.admits(REQUESTS) ? requests.findByNumber(asked) : Optional.empty();
        if (request.isPresent() && byScript == null) {
            return Response.seeOther(URI.create("/permohonan/" + request.get())).build();
        }
        Found found = found(asked);
        if (byScript == null && isOnePerson(found)) {
            String address = found.addressOf(found.residents().get(0));
            return Response.seeOther(URI.create(address)).build();
        }
        return Response.ok(Templates.search(found)).build();
    }

    private void requireAPart() {
        if (!isFor(rights)) {
            throw new ForbiddenException();
        }
    }

    /** A whole NIK names one person: who reads it from a card wants to see that person. */
    private static boolean isOnePerson(Found found) {
        return found.residents().size() == 1
                && ResidentQueries.isNumber(found.q())
                && found.q().replaceAll("\\D", "").length() == WHOLE_NUMBER;
    }

    private Found found(String asked) {
        List<Resident> people = asked.isEmpty() ? List.of() : residents.find(asked, LIMIT + 1);
        boolean more = people.size() > LIMIT;
        List<Resident> shown = more ? people.subList(0, LIMIT) : people;
        boolean register = rights.admits(REGISTER);
        List<UUID> counted =
                rights.admits(REQUESTS) ? shown.stream().map(one -> one.id).toList() : List.of();
        return new Found(
                asked,
                shown,
                more,
                requests.countOpenOf(counted),
                Wib.dateOf(clock.instant()),
                register,
                register && RegisterRights.mayWrite(account));
    }
}
