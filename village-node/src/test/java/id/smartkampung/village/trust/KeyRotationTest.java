package id.smartkampung.village.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.smartkampung.model.log.Attributes;
import id.smartkampung.model.log.Control;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.TestDistrict;
import id.smartkampung.village.greeting.Greeting;
import id.smartkampung.village.log.LogRows;
import id.smartkampung.village.log.ProbeService;
import id.smartkampung.village.profile.VillageProfile;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyRotationTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    KeyRotation rotation;

    @Inject
    NodeKeys keys;

    @Inject
    Greeting greeting;

    @Inject
    SyncConfig config;

    @Inject
    PinnedDistrict pinned;

    @Inject
    ProbeService probes;

    @Inject
    VillageProfile village;

    private TestDistrict district;

    @BeforeEach
    void everythingHasLeftSoFar() {
        district = TestDistrict.of(village.node());
        pinned.pin(List.of(TestDistrict.key()));
        probes.record("start");
        awaitSigner(LogRows.head());
    }

    @AfterEach
    void leave() {
        district.close();
    }

    @Test
    void theEventOfARotationIsSignedWithTheKeyBefore() {
        NodeKey before = keys.current();

        NodeKey after = rotation.rotate();

        assertThat(awaitSigner(LogRows.head())).isEqualTo(before.id());
        assertThat(new String(LogRows.after(LogRows.head() - 1).get(0).data(), StandardCharsets.UTF_8))
                .contains(after.verifyKey().base64());
    }

    @Test
    void whatComesBehindItIsSignedWithTheNewKey() {
        NodeKey after = rotation.rotate();
        probes.record("behind");

        assertThat(awaitSigner(LogRows.head())).isEqualTo(after.id());
        assertThat(keys.current().id()).isEqualTo(after.id());
    }

    @Test
    void whatIsSentAgainIsSignedAsItWas() {
        long begin = LogRows.head();
        NodeKey before = keys.current();
        NodeKey after = rotation.rotate();
        probes.record("behind");
        awaitSigner(begin + 2);

        district.misses(begin);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(signers(begin + 1, begin + 2))
                        .endsWith(before.id(), after.id())
                        .hasSizeGreaterThan(3));
    }

    @Test
    void aServerThatLostTheFileOfARotationSignsWithItsFirstKeyUntilItIsRegisteredAnew() throws IOException {
        NodeKey lost = rotation.rotate();
        UUID id = LogRows.after(LogRows.head() - 1).get(0).id();

        Files.delete(config.keysFolder().resolve("node-" + id + ".pem"));

        assertThat(keys.current().id()).isNotEqualTo(lost.id());
        assertThat(config.keysFolder().resolve("node.pem")).exists();
    }

    /** The event of the change may be lost with the topic; then only the old key is heard, and so the event is sent again. */
    @Test
    void aHelloThatIsNotAnsweredIsSignedWithTheKeyThatTheDistrictKnowsOfUntilItHasTheChange() {
        district.acknowledgeAll();
        await().atMost(SOON).until(() -> LogRows.acked().sequence() == LogRows.head());
        NodeKey before = keys.current();
        NodeKey after = rotation.rotate();
        awaitSigner(LogRows.head());

        district.answering(welcome -> null);
        greeting.begin();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(signersOfHellos()).containsSubsequence(after.id(), before.id()));
        district.answering(welcome -> welcome);
        await().atMost(SOON).until(() -> !district.hellos().isEmpty() && greeting.isWelcomed());
        district.awaitArrived(LogRows.head());
    }

    private List<String> signersOfHellos() {
        return district.records().stream()
                .filter(record -> "hello.v1".equals(text(record, Control.HEADER)))
                .map(record -> text(record, Control.KEY_ID))
                .toList();
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header) {
        byte[] value = TestDistrict.value(record, header);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private String awaitSigner(long sequence) {
        await().atMost(SOON).until(() -> !signers(sequence, sequence).isEmpty());
        return signers(sequence, sequence).get(0);
    }

    /** The ids of the keys that signed heads between two sequences, in the order of their arrival. */
    private List<String> signers(long from, long to) {
        return district.records().stream()
                .filter(record -> record.headers().lastHeader(Control.HEADER) == null)
                .filter(record -> record.headers().lastHeader(Attributes.KEY_ID) != null)
                .filter(record -> number(record) >= from && number(record) <= to)
                .map(record -> new String(TestDistrict.value(record, Attributes.KEY_ID), StandardCharsets.UTF_8))
                .toList();
    }

    private static long number(ConsumerRecord<String, byte[]> record) {
        return Long.parseLong(new String(TestDistrict.value(record, Attributes.SEQUENCE), StandardCharsets.UTF_8));
    }
}
