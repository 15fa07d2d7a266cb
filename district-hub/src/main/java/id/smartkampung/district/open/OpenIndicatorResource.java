package id.smartkampung.district.open;

import id.smartkampung.district.indicator.Accuracy;
import id.smartkampung.district.indicator.CountedAreas;
import id.smartkampung.district.indicator.Figure;
import id.smartkampung.district.indicator.Indicator;
import id.smartkampung.district.indicator.Indicator.Unit;
import id.smartkampung.model.wilayah.KodeWilayah.Level;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.text.Texts;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures that anybody may have without a key, told as closely as somebody who may not see persons is told them. */
@Path("/api/v1/open/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "open")
@PermitAll
@Blocking
public class OpenIndicatorResource {

    private final OpenFigures figures;
    private final Texts texts;

    OpenIndicatorResource(OpenFigures figures, Texts texts) {
        this.figures = figures;
        this.texts = texts;
    }

    /** An indicator and what it means. */
    @Schema(name = "OpenIndicator", description = "A number by which areas are compared, and what it means.")
    public record IndicatorView(
            @Schema(examples = "sex-ratio", description = "Its word in addresses.")
            String indicator,

            @Schema(examples = "Rasio jenis kelamin") String name,
            Unit unit,
            String definition,
            String formula,

            @Schema(description = "Where the definition comes from.")
            String source) {}

    /** All of them. */
    @Schema(name = "OpenIndicatorList", description = "The indicators that there are.")
    public record IndicatorList(List<IndicatorView> items) {}

    /** The figure of one area. */
    @Schema(name = "OpenFigure", description = "The figure of one area.")
    public record FigureView(
            @Schema(examples = "35.10.01") String kode,
            @Schema(examples = "Pesanggaran") String name,
            Level level,

            @Schema(description = "Desa and kelurahan of the area that are in it.")
            long villages,

            @Schema(nullable = true, description = "Null where it is suppressed, or there is nothing to divide by.")
            BigDecimal value,

            @Schema(description = "Whether it stands for too few people to be told.")
            boolean suppressed) {

        static FigureView of(Wilayah.Area area, Indicator indicator, CountedAreas counted) {
            Figure figure = Accuracy.ROUNDED.of(indicator, counted.of(area.kode()));
            return new FigureView(
                    area.kode().value(),
                    area.name(),
                    area.kode().level(),
                    counted.included(area.kode()),
                    figure.value(),
                    figure.hidden());
        }
    }

    /** An indicator of all areas. */
    @Schema(name = "OpenFigureList", description = "An indicator of the kabupaten, its kecamatan and its desa.")
    public record FigureList(
            @Schema(examples = "sex-ratio") String indicator,
            Unit unit,

            @Schema(
                    nullable = true,
                    description = "The last day of the month that it is of; null before the end of a month was kept.")
            LocalDate monthEnd,

            @Schema(description = "By code; areas of which nothing has come are left out.")
            List<FigureView> items) {}

    @GET
    @Operation(operationId = "listOpenIndicators", summary = "The indicators that anybody may have, and what they mean")
    public IndicatorList list() {
        return new IndicatorList(OpenFigures.TOLD.stream().map(this::view).toList());
    }

    @GET
    @Path("{indicator}")
    @Operation(
            operationId = "getOpenFigures",
            summary = "An indicator of the kabupaten, of each kecamatan and of each desa",
            description = "Of the end of the last month. Numbers are rounded to five, each for itself, and those below"
                    + " five suppressed; of a ratio both numbers are rounded before it is worked out.")
    public FigureList one(String indicator) {
        return figures.of(
                Indicator.ofSlug(indicator).filter(OpenFigures.TOLD::contains).orElseThrow(NotFoundException::new));
    }

    private IndicatorView view(Indicator indicator) {
        return new IndicatorView(
                indicator.slug(),
                texts.of(indicator.key("name")),
                indicator.unit(),
                texts.of(indicator.key("definition")),
                texts.of(indicator.key("formula")),
                texts.of(indicator.key("source")));
    }
}
