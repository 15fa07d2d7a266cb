package id.smartkampung.district.overview;

import id.smartkampung.district.api.Asked;
import id.smartkampung.district.api.Cursor;
import id.smartkampung.district.api.Paging;
import id.smartkampung.district.api.Slice;
import id.smartkampung.district.status.VillageStatus;
import id.smartkampung.district.status.VisibleVillages;
import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.KodeWilayah.Level;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.account.CurrentAccount;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The areas of the regency as JSON, whether their village has joined or not. */
@Path("/api/v1/areas")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "areas")
@Authenticated
@Blocking
public class AreaResource {

    private final VisibleVillages villages;
    private final CurrentAccount account;

    AreaResource(VisibleVillages villages, CurrentAccount account) {
        this.villages = villages;
        this.account = account;
    }

    /** Public shape of an area. */
    @Schema(name = "Area", description = "An area of the administration, by its kode wilayah.")
    public record AreaView(
            @Schema(examples = "35.10.01.2001") String kode,
            @Schema(examples = "Sarongan") String name,
            Level level,

            @Schema(examples = "35.10.01", description = "The area that it is part of.")
            String parent,

            @Schema(
                    examples = "desa",
                    nullable = true,
                    enumeration = {"desa", "kelurahan"},
                    description = "Of the level DESA only.")
            String kind,

            @Schema(description = "The village servers that have joined for it; of the level DESA only.")
            List<String> nodes) {

        static AreaView of(Wilayah.Area area, List<String> nodes) {
            KodeWilayah kode = area.kode();
            String parent = kode.value().substring(0, kode.value().lastIndexOf('.'));
            return new AreaView(kode.value(), area.name(), kode.level(), parent, kindOf(kode), nodes);
        }

        private static String kindOf(KodeWilayah kode) {
            if (kode.level() != Level.DESA) {
                return null;
            }
            return kode.isKelurahan() ? "kelurahan" : "desa";
        }
    }

    @GET
    @Operation(
            operationId = "listAreas",
            summary = "Kabupaten, kecamatan, desa and kelurahan that may be seen, in the order of their codes")
    public RestResponse<Slice<AreaView>> list(
            @Parameter(schema = @Schema(implementation = Level.class)) @RestQuery String level,
            @Parameter(description = "Only those directly within this area.", example = "35.10.01") @RestQuery
                    String parent,
            @BeanParam Paging paging,
            @Context UriInfo uri) {
        Asked asked = new Asked();
        int most = asked.limit(paging.limit);
        Level wanted = asked.constant(Level.class, "level", level);
        Cursor after = asked.cursor(paging.cursor, 1);
        asked.check();
        Map<String, List<String>> nodes = nodes();
        List<AreaView> areas = all().map(
                        area -> AreaView.of(area, nodes.getOrDefault(area.kode().value(), List.of())))
                .filter(area -> wanted == null || area.level() == wanted)
                .filter(area ->
                        parent == null || parent.isBlank() || area.parent().equals(parent))
                .filter(area -> after == null || area.kode().compareTo(after.key(0)) > 0)
                .limit(most + 1L)
                .toList();
        return Slice.of(areas, most, area -> Cursor.of(area.kode())).answer(uri);
    }

    private Map<String, List<String>> nodes() {
        return villages.of(VisibleArea.of(account)).stream()
                .collect(Collectors.groupingBy(
                        village -> village.desa().value(),
                        Collectors.mapping(AreaResource::nodeOf, Collectors.toList())));
    }

    private static String nodeOf(VillageStatus village) {
        return village.node().value();
    }

    /** Those that may be seen, and those that they are part of. */
    private Stream<Wilayah.Area> all() {
        VisibleArea visible = VisibleArea.of(account);
        List<Wilayah.Area> desa = Wilayah.desa().stream()
                .filter(area -> visible.contains(area.kode()))
                .toList();
        Stream<KodeWilayah> above = desa.stream()
                .flatMap(area -> Stream.of(area.kode().kabupaten(), area.kode().kecamatan()));
        return Stream.concat(above.distinct().flatMap(kode -> Wilayah.find(kode).stream()), desa.stream())
                .sorted((one, other) -> one.kode().compareTo(other.kode()));
    }
}
