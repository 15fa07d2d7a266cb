package id.smartkampung.deploy.servers;

import java.util.Map;
import java.util.Properties;

/** Settings of a broker that stands alone and holds one small topic or two per village. */
final class KafkaSettings {

    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
            // A killed broker may come back only when its last session is over.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            // What the only broker has acknowledged must outlive the machine as well: there is no second copy.
            Map.entry("log.flush.interval.ms", "1000"));

    private KafkaSettings() {}

    static Properties properties(Map<String, String> places) {
        Properties properties = new Properties();
        properties.putAll(ALONE);
        properties.putAll(places);
        return properties;
    }
}
