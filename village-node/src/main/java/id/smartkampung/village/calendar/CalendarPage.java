package id.smartkampung.village.calendar;

import id.smartkampung.village.history.ChangedMeanwhileException;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jboss.resteasy.reactive.RestQuery;

/** Opening hours and holidays (<i>jam buka dan hari libur</i>), by which service times and working days are counted. */
@Path("/kalender")
@Produces(MediaType.TEXT_HTML)
@Blocking
@RolesAllowed({Roles.SEKDES, Roles.ADMIN})
public class CalendarPage {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final CalendarService service;
    private final Texts texts;
    private final Flash flash;
    private final Clock clock;

    CalendarPage(CalendarService service, Texts texts, Flash flash, Clock clock) {
        this.service = service;
        this.texts = texts;
        this.flash = flash;
        this.clock = clock;
    }

    /** A holiday as it stands in the list; kind in words. */
    public record Line(LocalDate day, String name, String kind) {}

    /** What the page shows; each form has its own errors. */
    public record Sheet(
            List<HoursForm.Row> week,
            FieldErrors errors,
            String refused,
            int year,
            List<Line> holidays,
            HolidayForm form,
            FieldErrors holidayErrors,
            List<Choice> kinds) {}

    /** Templates of this page. */
    @CheckedTemplate(basePath = "calendar")
    static class Templates {

        static native TemplateInstance calendar(Sheet sheet);

        private Templates() {}
    }

    @GET
    public TemplateInstance show(@RestQuery Integer tahun) {
        return Templates.calendar(
                sheet(stored(), FieldErrors.none(), null, year(tahun), new HolidayForm(), FieldErrors.none()));
    }

    @POST
    @Path("/jam")
    public Response open(MultivaluedMap<String, String> cells) {
        HoursForm typed = HoursForm.typed(cells::getFirst, texts);
        FieldErrors errors = FieldErrors.none();
        Map<DayOfWeek, OpeningHours> week = typed.read(errors, texts);
        if (!errors.isEmpty()) {
            return answer(UNPROCESSABLE, sheet(typed, errors, null, year(null), new HolidayForm(), FieldErrors.none()));
        }
        try {
            service.open(typed.seen(), week);
        } catch (ChangedMeanwhileException e) {
            WorkDay.getEntityManager().clear();
            String refused = texts.of("calendar.meanwhile");
            return answer(
                    CONFLICT, sheet(stored(), errors, refused, year(null), new HolidayForm(), FieldErrors.none()));
        }
        flash.say("calendar.hours-saved");
        return to(year(null));
    }

    /** Takes the holidays of a decree, however many. */
    @POST
    @Path("/libur")
    public Response close(@BeanParam HolidayForm form, @RestQuery Integer tahun) {
        FieldErrors errors = FieldErrors.none();
        SortedMap<LocalDate, String> days = form.read(errors, texts);
        if (!errors.isEmpty()) {
            return answer(UNPROCESSABLE, sheet(stored(), FieldErrors.none(), null, year(tahun), form, errors));
        }
        service.close(days, form.kind().orElseThrow());
        flash.say("calendar.holidays-saved", days.size());
        return to(days.firstKey().getYear());
    }

    @POST
    @Path("/libur/{day}/hapus")
    public Response reopen(String day) {
        LocalDate date = date(day);
        service.reopen(date);
        flash.say("calendar.holiday-removed", Wib.date(date));
        return to(date.getYear());
    }

    private static LocalDate date(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new NotFoundException(e);
        }
    }

    private static Response to(int year) {
        return Response.seeOther(URI.create("/kalender?tahun=" + year)).build();
    }

    private static Response answer(int status, Sheet sheet) {
        return Response.status(status).entity(Templates.calendar(sheet)).build();
    }

    private HoursForm stored() {
        return HoursForm.of(WorkDay.week(), texts);
    }

    private int year(Integer asked) {
        return asked == null || asked < FIRST_YEAR || asked > LAST_YEAR
                ? Wib.dateOf(clock.instant()).getYear()
                : asked;
    }

    private Sheet sheet(
            HoursForm hours,
            FieldErrors errors,
            String refused,
            int year,
            HolidayForm form,
            FieldErrors holidayErrors) {
        List<Choice> kinds = Arrays.stream(HolidayKind.values())
                .map(kind -> new Choice(kind.name(), texts.of("holiday." + kind.name())))
                .toList();
        List<Line> holidays = Holiday.ofYear(year).stream()
                .map(one -> new Line(one.day, one.name, texts.of("holiday." + one.kind.name())))
                .toList();
        return new Sheet(hours.rows(), errors, refused, year, holidays, form, holidayErrors, kinds);
    }
}
