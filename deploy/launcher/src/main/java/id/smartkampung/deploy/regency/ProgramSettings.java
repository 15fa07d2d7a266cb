package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.Database;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment of each program: the same variables that an operator sets in production. */
final class ProgramSettings {

    private final RegencyPlan plan;

    private final RegencyKeys keys;

    ProgramSettings(RegencyPlan plan) {
        this.plan = plan;
        this.keys = new RegencyKeys(plan);
    }

    Map<String, String> hub(String name, Database database) {
        Map<String, String> settings = common(name);
        database(settings, "DISTRICT", database);
        settings.put(
                "DISTRICT_VILLAGE_NODES",
                plan.villages().stream().map(KodeWilayah::value).collect(Collectors.joining(",")));
        settings.put("DISTRICT_TRUST_VILLAGE_KEYS", keys.ofVillages());
        settings.putAll(plan.environment());
        return settings;
    }

    Map<String, String> village(String name, KodeWilayah kode, boolean training, Database database) {
        Map<String, String> settings = common(name);
        database(settings, "VILLAGE", database);
        settings.put("VILLAGE_PROFILE_NODE", kode.value());
        settings.put("VILLAGE_PROFILE_KODE", kode.value());
        settings.put("VILLAGE_PROFILE_TRAINING", Boolean.toString(training));
        settings.put("VILLAGE_SYNC_DISTRICT_KEYS", keys.ofHub());
        settings.putAll(plan.environment());
        return settings;
    }

    private Map<String, String> common(String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + plan.port(RegencyPlan.KAFKA));
        // The passwords of a demonstration are known: nobody but this machine may come in.
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(plan.port(name)));
        settings.put("KAMPUNG_DEMO", "true");
        return settings;
    }

    private static void database(Map<String, String> settings, String prefix, Database database) {
        settings.put(prefix + "_DB_URL", database.url());
        settings.put(prefix + "_DB_OWNER", database.owner());
        settings.put(prefix + "_DB_OWNER_PASSWORD", database.ownerPassword());
        settings.put(prefix + "_DB_USER", database.app());
        settings.put(prefix + "_DB_PASSWORD", database.appPassword());
        settings.put(prefix + "_DB_READER", database.reader());
    }
}
