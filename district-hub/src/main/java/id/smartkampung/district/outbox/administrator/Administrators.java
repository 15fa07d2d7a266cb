package id.smartkampung.district.outbox.administrator;

import id.smartkampung.district.outbox.BrokerUsers;
import id.smartkampung.district.outbox.administrator.AdministratorException.Reason;
import id.smartkampung.web.file.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * The two names of the administrator of the broker, of which one is in use. A new password is given to the other, so that
 * both count until every hub and broker has the new one; users and rules of villages are not touched.
 */
final class Administrators {

    /** What the second name has behind the first. */
    static final String SECOND = "-2";

    static final String LOGIN_VARIABLE = "KAFKA_SASL_JAAS_CONFIG";

    private static final Pattern LOGIN =
            Pattern.compile("username=\"([^\"]+)\"(.*)password=\"([^\"]*)\"", Pattern.DOTALL);
    private static final int PASSWORD_BYTES = 32;
    private static final int ITERATIONS = 8192;
    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(15);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Object> kafka;
    private final String login;
    private final String current;

    /**
     * As the settings come to the broker.
     *
     * @param kafka settings of an admin client, with the credential of the administrator in use
     */
    Administrators(Map<String, Object> kafka) throws AdministratorException {
        this.kafka = Map.copyOf(kafka);
        this.login = String.valueOf(kafka.get(SaslConfigs.SASL_JAAS_CONFIG));
        Matcher named = LOGIN.matcher(login);
        if (!named.find()) {
            throw new AdministratorException(Reason.NO_USER);
        }
        this.current = named.group(1);
    }

    /** The name that is in use. */
    String current() {
        return current;
    }

    /** The name that is not. */
    String other() {
        return current.endsWith(SECOND) ? current.substring(0, current.length() - SECOND.length()) : current + SECOND;
    }

    /**
     * Gives the other name a new password, comes in with it, and writes the setting of the hub to a file for its owner
     * only. What is in use stays good.
     */
    void begin(Path file) throws AdministratorException {
        if (Files.exists(file)) {
            throw new AdministratorException(Reason.EXISTS, file);
        }
        String password = password();
        try (Admin admin = open(login)) {
            if (isThere(admin, other())) {
                throw new AdministratorException(Reason.NOT_ENDED, other());
            }
            ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            alter(admin, new UserScramCredentialUpsertion(other(), scram, password));
            boolean done = false;
            try {
                String next = login(other(), password);
                awaitAdministrator(next);
                PrivateFile.write(file, (LOGIN_VARIABLE + "=" + next + "\n").getBytes(StandardCharsets.UTF_8));
                done = true;
            } catch (IOException e) {
                throw new AdministratorException(Reason.NO_FILE, e, file);
            } finally {
                if (!done) {
                    alter(admin, new UserScramCredentialDeletion(other(), ScramMechanism.SCRAM_SHA_512));
                }
            }
        }
    }

    /** Ends the name that was in use before: from now on nobody comes in with it. */
    void end(String name) throws AdministratorException {
        if (!name.equals(other())) {
            throw new AdministratorException(Reason.OTHER_NAME, name, current, other());
        }
        try (Admin admin = open(login)) {
            if (!isThere(admin, name)) {
                throw new AdministratorException(Reason.NOT_THERE, name);
            }
            alter(admin, new UserScramCredentialDeletion(name, ScramMechanism.SCRAM_SHA_512));
        }
    }

    /** The broker learns of a user a moment after it was made; whether it is an administrator only its rules say. */
    private void awaitAdministrator(String asOther) throws AdministratorException {
        long deadline = System.nanoTime() + UNTIL_KNOWN.toNanos();
        while (true) {
            try (Admin admin = open(asOther)) {
                await(admin.describeAcls(AclBindingFilter.ANY).values());
                return;
            } catch (AdministratorException e) {
                if (e.getCause() instanceof AuthorizationException) {
                    throw new AdministratorException(Reason.NO_SUPER_USER, e, other());
                }
                if (!(e.getCause() instanceof AuthenticationException) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    private static boolean isThere(Admin admin, String user) throws AdministratorException {
        return await(admin.describeUserScramCredentials().all()).containsKey(user);
    }

    private static void alter(Admin admin, UserScramCredentialAlteration alteration) throws AdministratorException {
        await(admin.alterUserScramCredentials(List.of(alteration)).all());
    }

    private Admin open(String withLogin) throws AdministratorException {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(SaslConfigs.SASL_JAAS_CONFIG, withLogin);
        settings.put(SaslConfigs.SASL_MECHANISM, BrokerUsers.MECHANISM);
        settings.put("client.id", "district-administrator");
        settings.put("default.api.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 5_000);
        try {
            return Admin.create(settings);
        } catch (KafkaException e) {
            throw new AdministratorException(Reason.AWAY, e);
        }
    }

    private static <T> T await(KafkaFuture<T> answer) throws AdministratorException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdministratorException(Reason.AWAY, e);
        } catch (ExecutionException e) {
            boolean refused =
                    e.getCause() instanceof AuthenticationException || e.getCause() instanceof AuthorizationException;
            throw new AdministratorException(refused ? Reason.REFUSED : Reason.AWAY, e.getCause());
        }
    }

    private String login(String user, String password) {
        Matcher before = LOGIN.matcher(login);
        return before.replaceFirst(Matcher.quoteReplacement("username=\"" + user + "\" password=\"" + password + "\""));
    }

    private static String password() {
        byte[] password = new byte[PASSWORD_BYTES];
        RANDOM.nextBytes(password);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(password);
    }
}
