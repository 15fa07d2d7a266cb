package id.smartkampung.district.village;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import io.agroal.api.AgroalDataSource;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Writes the registry of village servers. */
@ApplicationScoped
public class VillageService {

    private final AgroalDataSource database;
    private final VillageConfig config;
    private final Clock clock;
    private final Event<VillageRegistered> registered;

    VillageService(AgroalDataSource database, VillageConfig config, Clock clock, Event<VillageRegistered> registered) {
        this.database = database;
        this.config = config;
        this.clock = clock;
        this.registered = registered;
    }

    void registerConfigured(@Observes @Priority(10) StartupEvent start) {
        for (String entry : config.nodes().orElse(List.of())) {
            String[] parts = entry.strip().split("=", 2);
            register(new NodeId(parts[0]), new KodeWilayah(parts[parts.length - 1]));
        }
    }

    /** Adds a village server, or puts its code and name right; its log and rows stay. */
    public void register(NodeId node, KodeWilayah desa) {
        if (desa.level() != KodeWilayah.Level.DESA) {
            throw new IllegalArgumentException(desa + " is not the code of a desa or kelurahan");
        }
        QuarkusTransaction.requiringNew().run(() -> store(node, desa));
        registered.fireAsync(new VillageRegistered(node)).exceptionally(e -> {
            Log.warnf("nobody could be told that village %s was registered: %s", node, e);
            return null;
        });
    }

    private void store(NodeId node, KodeWilayah desa) {
        String name = Wilayah.find(desa).map(Wilayah.Area::name).orElse(desa.value());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        with cursor as (insert into log_cursor (node) values (?) on conflict do nothing)
                        insert into village (node, kode_desa, kode_kecamatan, name, kelurahan, registered_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (node) do update
                        set (kode_desa, kode_kecamatan, name, kelurahan) =
                            (excluded.kode_desa, excluded.kode_kecamatan, excluded.name, excluded.kelurahan)
                        """)) {
            insert.setString(1, node.value());
            insert.setString(2, node.value());
            insert.setString(3, desa.value());
            insert.setString(4, desa.kecamatan().value());
            insert.setString(5, name);
            insert.setBoolean(6, desa.isKelurahan());
            insert.setObject(7, clock.instant().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("village " + node + " cannot be registered", e);
        }
    }
}
