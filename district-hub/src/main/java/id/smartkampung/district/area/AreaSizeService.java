package id.smartkampung.district.area;

import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.web.audit.Audit;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;

/** Writes how large the areas of the desa are. */
@ApplicationScoped
class AreaSizeService {

    private final AgroalDataSource database;
    private final Audit audit;

    AreaSizeService(AgroalDataSource database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Sets the sizes of desa of a kecamatan in square metres; one without a size has none any more. */
    @Transactional
    void store(KodeWilayah kecamatan, Map<KodeWilayah, OptionalLong> sizes) {
        try (Connection connection = database.getConnection()) {
            for (Map.Entry<KodeWilayah, OptionalLong> size : sizes.entrySet()) {
                if (size.getValue().isPresent()) {
                    set(connection, size.getKey(), size.getValue().getAsLong());
                } else {
                    remove(connection, size.getKey());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sizes of kecamatan " + kecamatan + " cannot be kept now", e);
        }
        audit.record("area-sizes-entered", "area/" + kecamatan);
    }

    private static void set(Connection connection, KodeWilayah desa, long squareMetres) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                        insert into area_size (kode_desa, square_metres) values (?, ?)
                        on conflict (kode_desa) do update set square_metres = excluded.square_metres
                        """)) {
            upsert.setString(1, desa.value());
            upsert.setLong(2, squareMetres);
            upsert.executeUpdate();
        }
    }

    private static void remove(Connection connection, KodeWilayah desa) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from area_size where kode_desa = ?")) {
            delete.setString(1, desa.value());
            delete.executeUpdate();
        }
    }
}
