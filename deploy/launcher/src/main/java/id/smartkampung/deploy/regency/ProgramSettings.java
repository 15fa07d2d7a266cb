package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.Certificates;
import id.smartkampung.deploy.servers.Database;
import id.smartkampung.deploy.servers.KafkaServer;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The environment of each program: the same variables that an operator sets in production. */
final class ProgramSettings {

    private final RegencyPlan plan;
    private final KafkaServer kafka;

    ProgramSettings(RegencyPlan plan, KafkaServer kafka) {
        this.plan = plan;
        this.kafka = kafka;
    }

    Map<String, String> hub(String name, Database database) {
        Map<String, String> settings = common(name);
        database(settings, "DISTRICT", database);
        if (name.equals(RegencyPlan.SECOND_HUB)) {
            // Villages believe one key, whichever hub speaks to them.
            Path folder =
                    plan.folder().resolve("programs").resolve(RegencyPlan.HUB).resolve("keys");
            settings.put("DISTRICT_OUTBOX_KEYS_FOLDER", folder.toAbsolutePath().toString());
        }
        settings.put(
                "DISTRICT_VILLAGE_NODES",
                plan.villages().stream().map(KodeWilayah::value).collect(Collectors.joining(",")));
        kafka.adminClient().forEach((key, value) -> settings.put(variable("kafka." + key), value.toString()));
        // Beside the first hub's data: what one of them signs, the other has signed as well.
        settings.put(
                "DISTRICT_OUTBOX_KEYS_FOLDER",
                plan.folder()
                        .resolve("programs")
                        .resolve(RegencyPlan.HUB)
                        .resolve("keys")
                        .toString());
        settings.put("DISTRICT_ENROLMENT_ADDRESS", "https://localhost:" + plan.port(RegencyPlan.HUB_TLS) + "/");
        settings.put(
                "DISTRICT_ENROLMENT_CERTIFICATE",
                kafka.security().certificates().hub().toString());
        if (name.equals(RegencyPlan.HUB)) {
            encrypt(settings);
        }
        settings.putAll(plan.environment());
        return settings;
    }

    Map<String, String> village(String name, KodeWilayah kode, boolean training, Database database) {
        Map<String, String> settings = common(name);
        database(settings, "VILLAGE", database);
        settings.put("VILLAGE_PROFILE_NODE", kode.value());
        settings.put("VILLAGE_PROFILE_KODE", kode.value());
        settings.put("VILLAGE_PROFILE_TRAINING", Boolean.toString(training));
        // glibc keeps memory for each thread that ever asked for some; a small server has none to spare.
        settings.put("MALLOC_ARENA_MAX", "2");
        if (!training) {
            // Of what is signed for training the district never hears.
            settings.put("VILLAGE_LETTER_VERIFY_ADDRESS", "http://localhost:" + plan.port(RegencyPlan.HUB));
        }
        settings.putAll(plan.environment());
        return settings;
    }

    private Map<String, String> common(String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        // The passwords of a demonstration are known: nobody but this machine may come in.
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(plan.port(name)));
        settings.put("KAMPUNG_DEMO", "true");
        return settings;
    }

    /** The servers of villages come over TLS; people on this machine go on without. */
    private void encrypt(Map<String, String> settings) {
        Certificates certificates = kafka.security().certificates();
        settings.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(plan.port(RegencyPlan.HUB_TLS)));
        settings.put("QUARKUS_HTTP_SSL_CERTIFICATE_FILES", certificates.hub().toString());
        settings.put(
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", certificates.hubKey().toString());
        settings.put("QUARKUS_HTTP_INSECURE_REQUESTS", "enabled");
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
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
