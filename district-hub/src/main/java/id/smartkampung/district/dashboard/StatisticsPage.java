package id.smartkampung.district.dashboard;

import id.smartkampung.district.dashboard.StatisticsView.Line;
import id.smartkampung.district.indicator.Accuracy;
import id.smartkampung.district.indicator.CountedAreas;
import id.smartkampung.district.indicator.CountsQueries;
import id.smartkampung.district.indicator.Figure;
import id.smartkampung.district.indicator.Indicator;
import id.smartkampung.district.population.Trait;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.web.account.CurrentAccount;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.table.TableFile;
import id.smartkampung.web.text.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * The statistics of the people: an area, another beside it, one indicator on the map. Who may not see persons is told those
 * of the last month's end, rounded.
 */
@Path("/statistik")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@Blocking
public class StatisticsPage {

    private static final Set<String> MAY_SEE_PERSONS = Set.of(Roles.DUKCAPIL, Roles.INSPEKTORAT, Roles.ADMIN);

    private static final List<String> EXPLAINED = List.of("unit", "as-of", "definition", "formula", "source");

    private final CountsQueries counts;
    private final CurrentAccount account;
    private final Texts texts;

    StatisticsPage(CountsQueries counts, CurrentAccount account, Texts texts) {
        this.counts = counts;
        this.account = account;
        this.texts = texts;
    }

    /** What is told, and out of what. */
    private record Told(StatisticsView view, CountedAreas counted) {}

    @CheckedTemplate(basePath = "dashboard")
    static class Templates {

        static native TemplateInstance statistics(
                StatisticsChoice choice, StatisticsView view, IndicatorMap map, boolean admin);

        private Templates() {}
    }

    @GET
    public TemplateInstance statistics(
            @RestQuery @DefaultValue("") String wilayah,
            @RestQuery @DefaultValue("") String banding,
            @RestQuery @DefaultValue("") String ukuran,
            @RestQuery @DefaultValue("") String rincian,
            @RestQuery @DefaultValue("") String urut) {
        VisibleArea visible = VisibleArea.of(account);
        StatisticsChoice choice = StatisticsChoice.of(visible, wilayah, banding, ukuran, rincian, urut);
        Told told = told(choice);
        return Templates.statistics(
                choice,
                told.view(),
                IndicatorMap.of(choice.indicator(), told.view().accuracy(), told.counted(), visible),
                account.is(Roles.ADMIN));
    }

    /** The indicators of the same areas with what they mean, to take away. */
    @GET
    @Path("ekspor")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response export(
            @RestQuery @DefaultValue("") String wilayah,
            @RestQuery @DefaultValue("") String banding,
            @RestQuery @DefaultValue("xlsx") String format) {
        StatisticsChoice choice = StatisticsChoice.of(VisibleArea.of(account), wilayah, banding, "", "", "");
        StatisticsView view = told(choice).view();
        List<String> headings = new ArrayList<>(List.of(texts.of("column.indicator"), choice.areaName()));
        if (choice.other() != null) {
            headings.add(choice.otherName());
        }
        for (String heading : EXPLAINED) {
            headings.add(texts.of("column." + heading));
        }
        return TableFile.of(
                        texts.of("file.statistics", choice.area().value()),
                        headings,
                        view.lines().stream()
                                .map(line -> row(line, view.asOf()))
                                .toList())
                .as(format);
    }

    private List<Object> row(Line line, LocalDate asOf) {
        List<Object> row = new ArrayList<>(List.of(texts.of(line.key("name")), cell(line.figure())));
        if (line.other() != null) {
            row.add(cell(line.other()));
        }
        row.add(texts.of("Unit." + line.indicator().unit().name()));
        row.add(asOf);
        for (String word : List.of("definition", "formula", "source")) {
            row.add(texts.of(line.key(word)));
        }
        return row;
    }

    /** A number that a spreadsheet can go on working with, where there is one. */
    private static Object cell(Figure figure) {
        return figure.isTold() ? figure.value() : figure.text();
    }

    private Told told(StatisticsChoice choice) {
        VisibleArea visible = choice.visible();
        Accuracy accuracy = MAY_SEE_PERSONS.contains(account.role()) ? Accuracy.EXACT : Accuracy.ROUNDED;
        Set<Trait> traits = EnumSet.of(Trait.AGE, choice.trait());
        for (Indicator indicator : Indicator.values()) {
            traits.addAll(indicator.traits());
        }
        Optional<CountedAreas> kept =
                accuracy == Accuracy.EXACT ? Optional.empty() : counts.atTheLastMonthsEnd(visible, traits);
        CountedAreas counted = kept.orElseGet(() -> counts.now(visible, traits));
        YearMonth last = kept.isPresent()
                ? YearMonth.from(counted.asOf())
                : YearMonth.from(counted.asOf()).minusMonths(1);
        return new Told(
                StatisticsView.of(choice, counted, kept.isPresent(), accuracy, counts.byMonth(choice.area(), last)),
                counted);
    }
}
