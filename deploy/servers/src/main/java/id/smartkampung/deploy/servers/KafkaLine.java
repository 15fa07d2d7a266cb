package id.smartkampung.deploy.servers;

import java.util.Map;

/**
 * A door of the broker for those who come over a line of their own: a broker tells its clients where it is found, and
 * tells those who came in here the address at which their line begins.
 *
 * @param port where the broker listens, at the end of the line
 * @param address where the line begins, as host and port
 */
public record KafkaLine(int port, String address) {

    private static final String NAME = "LINE";

    /** As it is handed to the process of the broker. */
    String argument() {
        return port + "=" + address;
    }

    static KafkaLine ofArgument(String argument) {
        String[] parts = argument.split("=", 2);
        return new KafkaLine(Integer.parseInt(parts[0]), parts[1]);
    }

    /** Opens the door beside those that the settings of the broker have already, as closed as these. */
    void openIn(Map<String, String> settings) {
        settings.merge("listeners", NAME + "://127.0.0.1:" + port, KafkaLine::and);
        settings.merge("advertised.listeners", NAME + "://" + address, KafkaLine::and);
        settings.merge("listener.security.protocol.map", NAME + ":SASL_SSL", KafkaLine::and);
        String login = "scram-sha-512.sasl.jaas.config";
        settings.put("listener.name.line." + login, settings.get("listener.name.sasl_ssl." + login));
    }

    private static String and(String those, String further) {
        return those + "," + further;
    }
}
