package id.smartkampung.district.inbox;

import static id.smartkampung.district.inbox.Subjects.aResident;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.district.web.TestReceiver;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As many slow receivers as there are senders: each has its turn, and then another. */
@QuarkusTest
class WebhookTurnTest extends WebhookOfAnArea {

    private static final int SENDERS = 4;
    private static final int MANY = 30;

    @Test
    void aFewSlowReceiversDoNotKeepTheOthersWaiting() throws SQLException {
        CountDownLatch heard = new CountDownLatch(1);
        Map<String, TestReceiver> slow = Stream.generate(() -> new TestReceiver().answering(() -> after(heard)))
                .limit(SENDERS)
                .collect(Collectors.toMap(
                        each -> creates(client, Map.of("url", each.url(), "area", area))
                                .getString("webhook.id"),
                        each -> each));
        try {
            SimulatedVillage village = aVillage();
            for (int i = 0; i < MANY; i++) {
                village.records(aResident());
            }
            receive(village);
            await().atMost(PATIENCE)
                    .until(() ->
                            slow.values().stream().noneMatch(each -> each.all().isEmpty()));
            creates(Map.of("url", receiver.url(), "area", area));
            receive(village.records(aResident()), MANY + 1);

            hasHeard(1);

            assertThat(slow.values()).allMatch(each -> each.all().size() < MANY);
        } finally {
            heard.countDown();
            slow.keySet().forEach(webhook -> kampung.run("delete from webhook where id = ?::uuid", webhook));
            slow.values().forEach(TestReceiver::close);
        }
    }

    /** Lets a call wait until the test has seen what it waits for. */
    private static int after(CountDownLatch heard) {
        try {
            return heard.await(300, TimeUnit.MILLISECONDS) ? 200 : 202;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
