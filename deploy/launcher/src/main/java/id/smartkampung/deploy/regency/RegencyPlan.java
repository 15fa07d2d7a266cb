package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.KafkaLine;
import id.smartkampung.deploy.servers.KafkaServer;
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

    /** The door of the broker behind the line over which villages come, where they do not come straight. */
    private static final String KAFKA_LINE = "kafka-line";

    /** The setting that tells villages where the brokers are. */
    private static final String BROKERS = "DISTRICT_ENROLMENT_BROKERS";

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

    /**
     * Villages reach the broker over a line that begins at this port of this machine, and not straight; whoever wants
     * it lets the line lead to {@link #lineEnd()}.
     */
    public RegencyPlan withLineFrom(int beginning) {
        Map<String, Integer> more = new LinkedHashMap<>(ports);
        more.put(KAFKA_LINE, Ports.free());
        return new RegencyPlan(folder, villages, training, more, environment)
                .withEnvironment(Map.of(BROKERS, "127.0.0.1:" + beginning));
    }

    /** The port to which the line of the villages leads. */
    public int lineEnd() {
        return port(KAFKA_LINE);
    }

    /** The broker with the door for those who come over the line, if the plan has one. */
    KafkaServer line(KafkaServer straight) {
        return ports.containsKey(KAFKA_LINE)
                ? straight.reachedOver(new KafkaLine(lineEnd(), environment.get(BROKERS)))
                : straight;
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
