package id.smartkampung.district.area;

import id.smartkampung.district.web.Reading;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.web.account.Roles;
import id.smartkampung.web.layout.Flash;
import id.smartkampung.web.text.Choice;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Where an administrator enters how large the areas are, one kecamatan at a time. */
@Path("/luas-wilayah")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Roles.ADMIN)
@Blocking
public class AreaSizePage {

    private static final int NOT_UNDERSTOOD = 422;

    private final Reading reading;
    private final AreaSizeService sizes;
    private final Flash flash;

    AreaSizePage(Reading reading, AreaSizeService sizes, Flash flash) {
        this.reading = reading;
        this.sizes = sizes;
        this.flash = flash;
    }

    /** A desa with what was typed, and whether that is no size. */
    public record Row(Wilayah.Area desa, String typed, boolean wrong) {

        public boolean isKelurahan() {
            return desa.kode().isKelurahan();
        }
    }

    private record Size(String desa, long squareMetres) {}

    @CheckedTemplate(basePath = "area")
    static class Templates {

        static native TemplateInstance sizes(List<Choice> kecamatan, String chosen, List<Row> rows, long wrong);

        private Templates() {}
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("") String kec) {
        Wilayah.Area kecamatan = kecamatan(kec);
        Map<String, Long> known = new HashMap<>();
        reading.list(
                        row -> new Size(row.getString("kode_desa"), row.getLong("square_metres")),
                        "select kode_desa, square_metres from area_size")
                .forEach(size -> known.put(size.desa(), size.squareMetres()));
        return page(
                kecamatan,
                desa(kecamatan).stream()
                        .map(desa -> new Row(
                                desa, AreaSizes.written(known.get(desa.kode().value())), false))
                        .toList());
    }

    @POST
    public Response store(@RestForm String kec, @RestForm List<String> luas) {
        Wilayah.Area kecamatan = kecamatan(kec);
        List<Wilayah.Area> desa = desa(kecamatan);
        if (luas == null || luas.size() != desa.size()) {
            throw new BadRequestException("one size for each desa");
        }
        Map<KodeWilayah, OptionalLong> read = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < desa.size(); i++) {
            String typed = luas.get(i).strip();
            OptionalLong size = AreaSizes.read(typed);
            read.put(desa.get(i).kode(), size);
            rows.add(new Row(desa.get(i), typed, !typed.isEmpty() && size.isEmpty()));
        }
        if (rows.stream().anyMatch(Row::wrong)) {
            return Response.status(NOT_UNDERSTOOD)
                    .entity(page(kecamatan, rows))
                    .type(MediaType.TEXT_HTML_TYPE)
                    .build();
        }
        sizes.store(kecamatan.kode(), read);
        flash.say("area.stored", kecamatan.name());
        return Response.seeOther(URI.create("/luas-wilayah?kec=" + kecamatan.kode()))
                .build();
    }

    private static TemplateInstance page(Wilayah.Area kecamatan, List<Row> rows) {
        return Templates.sizes(
                Wilayah.kecamatan().stream()
                        .map(area -> new Choice(area.kode().value(), area.name()))
                        .toList(),
                kecamatan.kode().value(),
                rows,
                rows.stream().filter(Row::wrong).count());
    }

    private static Wilayah.Area kecamatan(String kode) {
        return Wilayah.kecamatan().stream()
                .filter(area -> area.kode().value().equals(kode))
                .findFirst()
                .orElse(Wilayah.kecamatan().get(0));
    }

    private static List<Wilayah.Area> desa(Wilayah.Area kecamatan) {
        return Wilayah.desa().stream()
                .filter(desa -> desa.kode().kecamatan().equals(kecamatan.kode()))
                .toList();
    }
}
