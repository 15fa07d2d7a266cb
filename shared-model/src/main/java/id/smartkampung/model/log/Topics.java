package id.smartkampung.model.log;

import java.util.regex.Pattern;

/** Names of the two topics of a village; one partition each, so that order is kept. */
public final class Topics {

    /** All up logs, for the subscription of the district. */
    public static final Pattern ALL_UP = Pattern.compile("kampung\\.up\\..*");

    private static final String UP = "kampung.up.";
    private static final String DOWN = "kampung.down.";

    private Topics() {}

    public static String up(NodeId node) {
        return UP + node.value();
    }

    public static String down(NodeId node) {
        return DOWN + node.value();
    }

    /** The owner of an up topic; another topic is an {@link IllegalArgumentException}. */
    public static NodeId nodeOfUp(String topic) {
        if (!topic.startsWith(UP)) {
            throw new IllegalArgumentException(topic + " is not an up log");
        }
        return new NodeId(topic.substring(UP.length()));
    }
}
