package id.smartkampung.district.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.smartkampung.district.feed.FeedQueries.Step;
import id.smartkampung.district.feed.Stretch.Line;
import id.smartkampung.model.log.LogPosition;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The lines of a stretch, in the making: what is told, and how much is passed over between. */
final class Told {

    static final String CHANGE = "change";
    static final String REBUILD = "rebuild";
    static final String SKIPPED = "skipped";
    static final String FORK = "fork";
    static final String MISSING = "missing";
    static final String CURSOR = "cursor";

    private static final JsonFactory JSON = new JsonFactory();

    private final List<Line> lines = new ArrayList<>();
    private String node;
    private String desa;
    private LogPosition last;
    /** The first position that is passed over and not told yet, null for none. */
    private LogPosition skippedFrom;

    private LogPosition skippedTo;

    /** What is written into a line besides its name. */
    @FunctionalInterface
    private interface Body {

        void write(JsonGenerator json) throws IOException;
    }

    List<Line> lines() {
        return lines;
    }

    /** The following is about this village, behind that position. */
    void begin(String village, String kodeDesaToday, LogPosition behind) {
        node = village;
        desa = kodeDesaToday;
        last = behind;
    }

    /** Ends what is told of the village. */
    LogPosition end() {
        endSkipped();
        return last;
    }

    /** Goes on to a position, and says what lies between. */
    void advance(LogPosition position) {
        if (position.epoch() != last.epoch()) {
            endSkipped();
            LogPosition left = last;
            line(FORK, json -> {
                json.writeNumberField("epoch", position.epoch());
                json.writeNumberField("after", position.sequence() - 1);
                json.writeObjectFieldStart("left");
                json.writeNumberField("epoch", left.epoch());
                json.writeNumberField("seq", left.sequence());
                json.writeEndObject();
            });
        } else if (position.sequence() != last.sequence() + 1) {
            missing(new LogPosition(position.epoch(), position.sequence() - 1));
        }
        last = position;
    }

    /** What was applied and is no longer kept. */
    void missing(LogPosition upTo) {
        endSkipped();
        range(MISSING, last.next(), upTo);
        last = upTo;
    }

    /** The position is not for this follower. */
    void skip() {
        if (skippedFrom == null) {
            skippedFrom = last;
        }
        skippedTo = last;
    }

    /**
     * A row is told.
     *
     * @param row as JSON; null where there is none any more
     * @param thin whether the row is left out
     */
    void change(Step step, String row, boolean thin) {
        endSkipped();
        line(CHANGE, json -> {
            step(json, step);
            if (!thin) {
                json.writeFieldName("row");
                json.writeRawValue(row == null ? "null" : row);
            }
        });
    }

    /**
     * Rows are told as they are, whatever was told of them before.
     *
     * @param bucket of which these are all rows there are; null when they are not
     * @param absent rows that there are not
     */
    void rebuild(Step step, RowType type, Integer bucket, Collection<String> rows, Collection<UUID> absent) {
        endSkipped();
        line(REBUILD, json -> {
            step(json, step);
            json.writeStringField("table", type.table());
            json.writeObjectField("bucket", bucket);
            json.writeArrayFieldStart("rows");
            for (String row : rows) {
                json.writeRawValue(row);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("absent");
            for (UUID id : absent) {
                json.writeString(id.toString());
            }
            json.writeEndArray();
        });
    }

    /** The last line of an answer. */
    static Line cursor(String cursor, boolean more) {
        return new Line(CURSOR, text(CURSOR, json -> {
            json.writeStringField("cursor", cursor);
            json.writeBooleanField("more", more);
        }));
    }

    private static void step(JsonGenerator json, Step step) throws IOException {
        json.writeNumberField("epoch", step.position().epoch());
        json.writeNumberField("seq", step.position().sequence());
        json.writeStringField("at", step.at().toString());
        json.writeStringField("type", step.type());
        json.writeStringField("subject", step.subject());
        if (step.late() > 0) {
            json.writeNumberField("late", step.late());
        }
        if (step.waiting()) {
            json.writeStringField("state", "waiting");
        } else if (step.leftOut()) {
            json.writeStringField("state", "left-out");
        }
    }

    private void endSkipped() {
        if (skippedFrom != null) {
            range(SKIPPED, skippedFrom, skippedTo);
            skippedFrom = null;
        }
    }

    private void range(String kind, LogPosition from, LogPosition to) {
        line(kind, json -> {
            json.writeNumberField("epoch", from.epoch());
            json.writeNumberField("from", from.sequence());
            json.writeNumberField("to", to.sequence());
        });
    }

    private void line(String kind, Body body) {
        lines.add(new Line(kind, text(kind, json -> {
            json.writeStringField("node", node);
            json.writeStringField("kodeDesa", desa);
            body.write(json);
        })));
    }

    private static String text(String kind, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("line", kind);
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
