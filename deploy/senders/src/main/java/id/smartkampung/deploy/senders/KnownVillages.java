package id.smartkampung.deploy.senders;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import java.util.Map;
import java.util.stream.Collectors;

/** Villages that a hub knows with their keys without having enrolled them. */
public final class KnownVillages {

    private KnownVillages() {}

    /** The settings of that hub. */
    public static Map<String, String> settings(Map<NodeId, NodeKey> villages) {
        return Map.of(
                "DISTRICT_VILLAGE_NODES",
                villages.keySet().stream().map(NodeId::value).collect(Collectors.joining(",")),
                "DISTRICT_TRUST_VILLAGE_KEYS",
                villages.entrySet().stream()
                        .map(village -> village.getKey() + "="
                                + village.getValue().verifyKey().base64())
                        .collect(Collectors.joining(",")));
    }
}
