package id.smartkampung.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The rows that the events of one village leave in the tables of the hub: the last state of each subject with its position,
 * and each step of each request. Columns are found by their names, as the events have them.
 */
final class StraightRows {

    private static final List<String> TABLES =
            List.of(Subject.FAMILY, Subject.RESIDENT, Subject.REQUEST, Subject.MUTATION);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHUNK = 1 << 16;

    private final NodeId node;
    private final Map<String, Map<String, Envelope>> last = new TreeMap<>();

    /** Where each step of a request was told first, by the id of the request. */
    private final Map<String, List<LogPosition>> steps = new HashMap<>();

    StraightRows(NodeId node) {
        this.node = node;
        // In the order of their keys, since an index is filled fastest that way.
        TABLES.forEach(table -> last.put(table, new TreeMap<>()));
    }

    void add(Envelope event) {
        String[] subject = event.subject().split("/", 2);
        last.get(subject[0]).put(subject[1], event);
        if (subject[0].equals(Subject.REQUEST)) {
            steps.computeIfAbsent(subject[1], id -> new ArrayList<>()).add(event.position());
        }
    }

    void copy(Connection owner) throws SQLException {
        for (String table : TABLES) {
            copy(owner, table);
        }
        copySteps(owner);
    }

    private void copy(Connection owner, String table) throws SQLException {
        List<String> columns = columns(owner, table);
        try (Lines lines = new Lines(owner, table, columns)) {
            for (Map.Entry<String, Envelope> row : last.get(table).entrySet()) {
                Envelope event = row.getValue();
                JsonNode data = read(event);
                for (String column : columns) {
                    lines.value(
                            switch (column) {
                                case "node" -> node.value();
                                case "id" -> row.getKey();
                                case "epoch" ->
                                    Integer.toString(event.position().epoch());
                                case "seq" -> Long.toString(event.position().sequence());
                                default -> text(data.get(property(column)));
                            });
                }
                lines.end();
            }
            lines.finish();
        }
    }

    private void copySteps(Connection owner) throws SQLException {
        List<String> columns = List.of("node", "epoch", "seq", "request_id", "kind", "channel", "state", "at");
        try (Lines lines = new Lines(owner, "request_flow", columns)) {
            for (Map.Entry<String, Envelope> row : last.get(Subject.REQUEST).entrySet()) {
                JsonNode data = read(row.getValue());
                List<LogPosition> told = steps.get(row.getKey());
                for (int i = 0; i < told.size(); i++) {
                    JsonNode step = data.get("steps").get(i);
                    lines.value(node.value());
                    lines.value(Integer.toString(told.get(i).epoch()));
                    lines.value(Long.toString(told.get(i).sequence()));
                    lines.value(row.getKey());
                    lines.value(text(data.get("kind")));
                    lines.value(text(data.get("channel")));
                    lines.value(text(step.get("state")));
                    lines.value(text(step.get("at")));
                    lines.end();
                }
            }
            lines.finish();
        }
    }

    /** The planner knows what is there, and the first to ask does not pay for it. */
    static void analyze(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String table : TABLES) {
                statement.execute("vacuum analyze " + table);
            }
            statement.execute("vacuum analyze request_flow");
        }
    }

    private static List<String> columns(Connection owner, String table) throws SQLException {
        try (PreparedStatement query =
                owner.prepareStatement("select attname from pg_attribute where attrelid = ?::regclass and attnum > 0"
                        + " and not attisdropped and attgenerated = '' order by attnum")) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                List<String> columns = new ArrayList<>();
                while (row.next()) {
                    columns.add(row.getString(1));
                }
                return columns;
            }
        }
    }

    private static JsonNode read(Envelope event) {
        try {
            return JSON.readTree(event.data());
        } catch (IOException e) {
            throw new UncheckedIOException("event " + event + " is no JSON", e);
        }
    }

    /** {@code full_name} as events spell it. */
    private static String property(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_", -1)) {
            name.append(name.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
                    .append(word, 1, word.length());
        }
        return name.toString();
    }

    private static String text(JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }

    /** Rows in the text format of COPY. */
    private static final class Lines implements AutoCloseable {

        private final CopyIn copy;
        private final StringBuilder buffer = new StringBuilder(CHUNK * 2);
        private boolean isFirst = true;

        Lines(Connection owner, String table, List<String> columns) throws SQLException {
            copy = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + String.join(", ", columns) + ") from stdin");
        }

        void value(String value) {
            if (!isFirst) {
                buffer.append('\t');
            }
            isFirst = false;
            if (value == null) {
                buffer.append("\\N");
                return;
            }
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '\\' -> buffer.append("\\\\");
                    case '\t' -> buffer.append("\\t");
                    case '\n' -> buffer.append("\\n");
                    case '\r' -> buffer.append("\\r");
                    default -> buffer.append(c);
                }
            }
        }

        void end() throws SQLException {
            buffer.append('\n');
            isFirst = true;
            if (buffer.length() >= CHUNK) {
                send();
            }
        }

        void finish() throws SQLException {
            send();
            copy.endCopy();
        }

        private void send() throws SQLException {
            byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
            buffer.setLength(0);
        }

        @Override
        public void close() throws SQLException {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
