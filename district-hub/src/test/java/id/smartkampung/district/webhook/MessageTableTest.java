package id.smartkampung.district.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.web.Kampung;
import id.smartkampung.district.web.TestClients;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessageTableTest {

    @Inject
    MessageTable messages;

    @Inject
    Kampung kampung;

    private final UUID webhook = UUID.randomUUID();

    @BeforeEach
    void aStoppedWebhook() {
        String client = TestClients.subject(TestClients.client("kait-pesan", "requests", ""));
        kampung.run("""
                insert into webhook (id, client_id, url, types, state, cursor)
                values (?, ?, 'https://x.example', '{}', 'STOPPED', '')
                """, webhook, client.substring("client/".length()));
    }

    @AfterEach
    void itEnds() {
        kampung.run("delete from webhook where id = ?", webhook);
    }

    @Test
    void ofWhatIsOldOnlyWhatIsStillToBeToldIsKept() {
        message("msg-waiting", 1L, "WAITING", 40);
        message("msg-delivered", 2L, "DELIVERED", 40);
        message("msg-cut-off-test", null, "WAITING", 40);
        message("msg-new", 3L, "DELIVERED", 20);

        QuarkusTransaction.requiringNew().run(() -> messages.deleteEnded(Duration.ofDays(30)));

        assertThat(kampung.texts("select id from webhook_message where webhook_id = ?", webhook))
                .containsExactlyInAnyOrder("msg-waiting", "msg-new");
    }

    private void message(String id, Long number, String state, int days) {
        kampung.run("""
                insert into webhook_message (id, webhook_id, number, type, body, state, made_at)
                values (?, ?, ?, 'request.changed', '{}', ?, now() - make_interval(days => ?))
                """, id, webhook, number, state, days);
    }
}
