package id.smartkampung.district.open;

import id.smartkampung.district.open.AnswerTimes.Speed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How fresh the data are, what goes wrong, and how fast it is answered, for anybody; it names no village and no person. */
@Path("/keadaan")
@Produces(MediaType.TEXT_HTML)
@Blocking
@PermitAll
public class StandingPage {

    private final HubStandings standings;
    private final AnswerTimes times;

    StandingPage(HubStandings standings, AnswerTimes times) {
        this.standings = standings;
        this.times = times;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "open")
    static class Templates {

        static native TemplateInstance standing(HubStanding standing, Speed speed);

        private Templates() {}
    }

    @GET
    public TemplateInstance now() {
        return Templates.standing(standings.now().orElse(null), times.now().orElse(null));
    }
}
