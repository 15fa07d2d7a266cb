package id.smartkampung.village.family;

import id.smartkampung.model.event.Subject;
import id.smartkampung.village.area.AreaSight;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.audit.Audit;
import id.smartkampung.web.error.RefusedException;
import id.smartkampung.web.time.Wib;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The data of a family on one sheet of paper, all of it in the clear. */
@Path("/keluarga")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FamilyPrintPage {

    private final VillageProfile village;
    private final AreaSight sight;
    private final Audit audit;
    private final Clock clock;

    FamilyPrintPage(VillageProfile village, AreaSight sight, Audit audit, Clock clock) {
        this.village = village;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    /** Templates of this page. */
    @CheckedTemplate(basePath = "family")
    static class Templates {

        static native TemplateInstance print(
                Family family, List<Resident> members, VillageProfile village, LocalDate today);

        private Templates() {}
    }

    /**
     * It shows what is masked elsewhere, so opening it leaves a trace on the family and on everybody who is shown. A
     * sheet that would leave somebody out is printed by somebody else.
     */
    @GET
    @Path("/{id}/cetak")
    public TemplateInstance print(UUID id) {
        Family family = Family.<Family>findByIdOptional(id).orElseThrow(NotFoundException::new);
        if (sight.hidesSomeOf(id)) {
            throw new RefusedException("out-of-area");
        }
        audit.record("family-printed", new Subject(Subject.FAMILY, id).toString());
        List<Resident> here =
                Resident.listByFamily(id).stream().filter(Resident::isCounted).toList();
        here.forEach(member -> audit.record("family-printed", new Subject(Subject.RESIDENT, member.id).toString()));
        return Templates.print(family, here, village, Wib.dateOf(clock.instant()));
    }
}
