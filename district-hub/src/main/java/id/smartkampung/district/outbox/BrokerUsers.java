package id.smartkampung.district.outbox;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourcePatternFilter;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The users of the villages at the broker: each may write to its up topic and read its down topic, and nothing else, not
 * even as a group.
 */
@ApplicationScoped
public class BrokerUsers {

    public static final String MECHANISM = "SCRAM-SHA-512";

    private static final int ITERATIONS = 4096;
    private static final String EVERY_HOST = "*";
    private static final String PRODUCER_BYTE_RATE = "producer_byte_rate";

    private final Map<String, Object> kafka;
    private final Topology topology;
    private final OutboxConfig config;

    BrokerUsers(@Identifier("default-kafka-broker") Map<String, Object> kafka, Topology topology, OutboxConfig config) {
        this.kafka = kafka;
        this.topology = topology;
        this.config = config;
    }

    public static String nameOf(NodeId node) {
        return "village-" + node.value();
    }

    /** Lets this village in with this password, to its own topics; one that it had counts no more. */
    public void grant(NodeId node, String password) {
        ScramCredentialInfo scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        change("grant", node, admin -> {
            topology.require(admin, List.of(node));
            admin.createAcls(rules(node)).all().get();
            admin.alterClientQuotas(List.of(quota(node))).all().get();
            alter(admin, new UserScramCredentialUpsertion(nameOf(node), scram, password));
        });
    }

    /** Shuts this village out: what it may is taken at once, also from connections that are open. */
    public void revoke(NodeId node) {
        change("revoke", node, admin -> {
            admin.deleteAcls(List.of(everyRuleOf(node))).all().get();
            try {
                alter(admin, new UserScramCredentialDeletion(nameOf(node), ScramMechanism.SCRAM_SHA_512));
            } catch (ExecutionException e) {
                // It was not there: what was wanted holds.
                if (!(e.getCause() instanceof ResourceNotFoundException)) {
                    throw e;
                }
            }
        });
    }

    /** Something done at the broker, which may be away. */
    @FunctionalInterface
    private interface Change {

        void at(Admin admin) throws ExecutionException, InterruptedException;
    }

    private void change(String what, NodeId node, Change change) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("client.id", "district-users");
        settings.put("default.api.timeout.ms", 8_000);
        settings.put("request.timeout.ms", 5_000);
        try (Admin admin = Admin.create(settings)) {
            change.at(admin);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerRefusedException(what, node, e);
        } catch (ExecutionException e) {
            throw new BrokerRefusedException(what, node, e.getCause());
        } catch (KafkaException e) {
            throw new BrokerRefusedException(what, node, e);
        }
    }

    private static void alter(Admin admin, UserScramCredentialAlteration alteration)
            throws ExecutionException, InterruptedException {
        admin.alterUserScramCredentials(List.of(alteration)).all().get();
    }

    /** Whoever writes more is answered later: one village cannot fill the broker, and what it has waits with it. */
    private ClientQuotaAlteration quota(NodeId node) {
        return new ClientQuotaAlteration(
                new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, nameOf(node))),
                List.of(new ClientQuotaAlteration.Op(PRODUCER_BYTE_RATE, (double)
                        config.villageBytesPerSecond().asLongValue())));
    }

    private static List<AclBinding> rules(NodeId node) {
        return List.of(
                rule(node, Topics.up(node), AclOperation.WRITE),
                rule(node, Topics.up(node), AclOperation.DESCRIBE),
                rule(node, Topics.down(node), AclOperation.READ),
                rule(node, Topics.down(node), AclOperation.DESCRIBE));
    }

    private static AclBinding rule(NodeId node, String topic, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL),
                new AccessControlEntry(principal(node), EVERY_HOST, operation, AclPermissionType.ALLOW));
    }

    private static AclBindingFilter everyRuleOf(NodeId node) {
        return new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(principal(node), null, AclOperation.ANY, AclPermissionType.ANY));
    }

    private static String principal(NodeId node) {
        return "User:" + nameOf(node);
    }
}
