package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.Ports;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a regency consists of and where it listens.
 *
 * @param training villages that also have a server for training, apart from the real one
 * @param ports of everything that listens, by name
 * @param environment further settings of all programs, which overrule ours
 */
public record RegencyPlan(
        Path folder,
        List<KodeWilayah> villages,
        List<KodeWilayah> training,
        Map<String, Integer> ports,
        Map<String, String> environment) {

    public static final String HUB = "hub";

    /** Another hub over the same database, that shares the villages with the first. */
    public static final String SECOND_HUB = "hub-2";

    /** The same hub for the servers of villages, which come over TLS. */
    public static final String HUB_TLS = "hub-tls";

    public static final String POSTGRES = "postgresql";

    public static final String KAFKA = "kafka";

    public static final String KAFKA_CONTROLLER = "kafka-controller";

    public RegencyPlan {
        villages = List.copyOf(villages);
        training = List.copyOf(training);
        // In the order in which a person looks for them.
        ports = new LinkedHashMap<>(ports);
        environment = Map.copyOf(environment);
    }

    /** For tests: ports that are free now, listening on this machine only. */
    public static RegencyPlan onFreePorts(Path folder, List<KodeWilayah> villages) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String name : List.of(HUB, HUB_TLS, POSTGRES, KAFKA, KAFKA_CONTROLLER)) {
            ports.put(name, Ports.free());
        }
        villages.forEach(village -> ports.put(village.value(), Ports.free()));
        return new RegencyPlan(folder, villages, List.of(), ports, Map.of());
    }

    public RegencyPlan withEnvironment(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new RegencyPlan(folder, villages, training, ports, all);
    }

    /** With a second hub, started by whoever wants it. */
    public RegencyPlan withSecondHub() {
        Map<String, Integer> more = new LinkedHashMap<>(ports);
        more.put(SECOND_HUB, Ports.free());
        return new RegencyPlan(folder, villages, training, more, environment);
    }

    /** With a copy of this village's server, as from a cloned disk; started by whoever wants it. */
    public RegencyPlan withClone(KodeWilayah village) {
        Map<String, Integer> more = new LinkedHashMap<>(ports);
        more.put(cloneName(village), Ports.free());
        return new RegencyPlan(folder, villages, training, more, environment);
    }

    boolean hasClone(KodeWilayah village) {
        return ports.containsKey(cloneName(village));
    }

    static String cloneName(KodeWilayah village) {
        return village.value() + "-clone";
    }

    boolean hasSecondHub() {
        return ports.containsKey(SECOND_HUB);
    }

    /** With a server for training of this village. */
    public RegencyPlan withTraining(KodeWilayah village) {
        Map<String, Integer> more = new LinkedHashMap<>(ports);
        more.put(trainingName(village), Ports.free());
        return new RegencyPlan(folder, villages, List.of(village), more, environment);
    }

    public int port(String name) {
        return ports.get(name);
    }

    public static String trainingName(KodeWilayah village) {
        return village.value() + "-training";
    }
}
