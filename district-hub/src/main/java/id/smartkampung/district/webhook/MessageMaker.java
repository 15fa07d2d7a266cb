package id.smartkampung.district.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.smartkampung.district.api.ApiCall;
import id.smartkampung.district.feed.FeedTail;
import id.smartkampung.district.feed.FeedTail.News;
import id.smartkampung.district.feed.RowType;
import id.smartkampung.district.webhook.Message.Draft;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the messages of a webhook of what the change feed tells: thin ones, which name what changed and where it can be
 * read, and nothing of a person.
 *
 * <p>Messages and place are stored together, so that after a crash nothing is lacking and nothing is there twice.
 */
@ApplicationScoped
class MessageMaker {

    private static final int STRETCH = 200;
    private static final String SKIPPED = "skipped";
    private static final String REBUILD = "rebuild";
    private static final String CHANGE = "change";

    private final FeedTail feed;
    private final WebhookTable webhooks;
    private final MessageTable messages;
    private final WebhookConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    MessageMaker(
            FeedTail feed,
            WebhookTable webhooks,
            MessageTable messages,
            WebhookConfig config,
            ObjectMapper json,
            Clock clock) {
        this.feed = feed;
        this.webhooks = webhooks;
        this.messages = messages;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** What came of a look into the feed. */
    enum Look {
        /** There is nothing further. */
        AT_THE_END,
        /** Its place moved on, and there may be more. */
        MOVED,
        /** So much waits to be delivered already that the rest is left in the feed. */
        ENOUGH,
        /** Its place is ahead of this hub. */
        AHEAD
    }

    /** Makes those of the next stretch. */
    Look make(Webhook webhook, UUID runner) {
        if (webhook.waiting() >= config.mostWaiting()) {
            return Look.ENOUGH;
        }
        Optional<News> read = feed.read(webhook.part(), webhook.cursor(), STRETCH);
        if (read.isEmpty()) {
            return Look.AHEAD;
        }
        News news = read.get();
        if (!news.moved()) {
            return Look.AT_THE_END;
        }
        List<Draft> drafts = drafts(news.lines(), webhook.lastNumber());
        QuarkusTransaction.requiringNew().run(() -> {
            if (webhooks.advance(webhook, runner, news.cursor(), drafts.size())) {
                drafts.forEach(draft -> messages.insert(webhook.id(), draft));
            }
        });
        return Look.MOVED;
    }

    /** One that tells nothing but that it arrives. */
    Draft test(Webhook webhook) {
        ObjectNode data = json.createObjectNode().put("webhook", webhook.id().toString());
        return draft(null, "webhook.test", clock.instant().toString(), data);
    }

    private List<Draft> drafts(List<String> lines, long lastNumber) {
        List<Draft> drafts = new ArrayList<>();
        for (String line : lines) {
            ObjectNode data = read(line);
            if (!data.get("line").asText().equals(SKIPPED)) {
                drafts.add(draft(data, lastNumber + drafts.size() + 1));
            }
        }
        return drafts;
    }

    private Draft draft(ObjectNode data, long number) {
        String kind = data.get("line").asText();
        Instant now = clock.instant();
        String at = data.hasNonNull("at") ? data.get("at").asText() : now.toString();
        data.put("number", number);
        if (kind.equals(CHANGE)) {
            String[] subject = data.get("subject").asText().split("/", 2);
            String plural = RowType.ofTable(subject[0]).orElseThrow().plural();
            data.put("href", ApiCall.PATH + plural + "/" + data.get("node").asText() + "/" + subject[1]);
            return draft(number, subject[0] + ".changed", at, data);
        }
        if (kind.equals(REBUILD)) {
            thin(data);
            return draft(number, data.get("table").asText() + ".rebuilt", at, data);
        }
        return draft(number, "village." + kind, at, data);
    }

    /** Leaves of rows their ids. */
    private void thin(ObjectNode data) {
        ArrayNode ids = json.createArrayNode();
        for (JsonNode row : data.get("rows")) {
            ids.add(row.get("id"));
        }
        data.remove("rows");
        data.set("ids", ids);
    }

    private Draft draft(Long number, String type, String at, ObjectNode data) {
        ObjectNode body = json.createObjectNode().put("type", type).put("timestamp", at);
        body.set("data", data);
        // With its hyphens, since sixteen digits in a row would be taken for a NIK and covered.
        return new Draft("msg_" + UUID.randomUUID(), number, type, write(body));
    }

    private ObjectNode read(String line) {
        try {
            return (ObjectNode) json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the feed cannot be read", e);
        }
    }

    private String write(ObjectNode body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written", e);
        }
    }
}
