package id.smartkampung.model.log;

/** The end of a log as somebody knows it: everything up to this position, sealed by one hash. */
public record LogHead(NodeId node, LogPosition position, Hash hash) {

    public static LogHead start(NodeId node) {
        return new LogHead(node, LogPosition.START, Hash.ZERO);
    }
}
