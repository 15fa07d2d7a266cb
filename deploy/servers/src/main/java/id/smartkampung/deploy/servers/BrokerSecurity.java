package id.smartkampung.deploy.servers;

import java.nio.file.Path;
import java.util.Map;

/**
 * What closes a broker: TLS on each listener, a user for each connection, and rules for what a user may.
 *
 * @param folder where its certificates lie
 * @param password of the administrator, whom no rule binds, nor its other name
 */
public record BrokerSecurity(Path folder, String password) {

    public static final String ADMIN = "admin";

    /** The administrator's other name: a new password is given to the one that is not in use. */
    private static final String SECOND_ADMIN = ADMIN + "-2";

    static final String MECHANISM = "SCRAM-SHA-512";

    private static final String SCRAM_LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule";

    /** A quorum of controllers cannot look users up in the records that it has yet to agree on. */
    private static final String PLAIN_LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule";

    /** The certificates, made at the first start and renewed before they expire. */
    public Certificates certificates() {
        return new Certificates(folder, password);
    }

    /** Settings of a client that comes as this user. */
    public Map<String, String> client(String user, String itsPassword) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                MECHANISM,
                "sasl.jaas.config",
                login(SCRAM_LOGIN, user, itsPassword) + ";",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                certificates().authority().toString());
    }

    /** Settings of a client that may do everything. */
    public Map<String, String> admin() {
        return client(ADMIN, password);
    }

    /** Settings of the broker and controller in one process. */
    Map<String, String> server() {
        return Map.ofEntries(
                Map.entry("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:SASL_SSL"),
                Map.entry("security.inter.broker.protocol", "SASL_SSL"),
                Map.entry("sasl.mechanism.inter.broker.protocol", MECHANISM),
                Map.entry("sasl.enabled.mechanisms", MECHANISM),
                Map.entry(
                        "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                        login(SCRAM_LOGIN, ADMIN, password) + ";"),
                Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
                Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
                Map.entry(
                        "listener.name.controller.plain.sasl.jaas.config",
                        login(PLAIN_LOGIN, ADMIN, password) + " user_" + ADMIN + "=\"" + password + "\";"),
                Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("super.users", "User:" + ADMIN + ";User:" + SECOND_ADMIN),
                Map.entry("allow.everyone.if.no.acl.found", "false"),
                // A user that was deleted is out after this, however long its connection lasts.
                Map.entry("connections.max.reauth.ms", "3600000"),
                Map.entry("ssl.keystore.type", "PEM"),
                Map.entry("ssl.keystore.location", certificates().broker().toString()),
                Map.entry("ssl.truststore.type", "PEM"),
                Map.entry("ssl.truststore.location", certificates().authority().toString()));
    }

    /** The administrator as the broker's format command takes it. */
    String formatArgument() {
        return MECHANISM + "=[name=" + ADMIN + ",password=" + password + "]";
    }

    private static String login(String module, String user, String password) {
        return module + " required username=\"" + user + "\" password=\"" + password + "\"";
    }

    /** Without the password, which has no business in a log. */
    @Override
    public String toString() {
        return "BrokerSecurity[" + folder + "]";
    }
}
