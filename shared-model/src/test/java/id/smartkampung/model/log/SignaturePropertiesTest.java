package id.smartkampung.model.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any signature and any change of it; each repetition is a seed and can be run again alone. */
class SignaturePropertiesTest {

    private static final NodeKey KEY = NodeKey.generate();
    private static final NodeKey OTHER = NodeKey.generate();

    @RepeatedTest(50)
    void aHeadIsKnownByItsSignature(RepetitionInfo seed) {
        LogHead head = aHead(new Random(seed.getCurrentRepetition()));

        assertThat(KEY.verifyKey().signed(head, KEY.sign(head))).isTrue();
    }

    @RepeatedTest(100)
    void aFlippedBitOfTheSignatureIsFound(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        LogHead head = aHead(random);
        byte[] signature = Base64.getDecoder().decode(KEY.sign(head));
        int bit = random.nextInt(signature.length * 8);

        signature[bit / 8] ^= (byte) (1 << (bit % 8));

        assertThat(KEY.verifyKey().signed(head, Base64.getEncoder().encodeToString(signature)))
                .isFalse();
    }

    @RepeatedTest(50)
    void aSignatureIsOfNoOtherHead(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        LogHead head = aHead(random);
        String signature = KEY.sign(head);
        LogPosition position = head.position();
        LogHead other = switch (random.nextInt(4)) {
            case 0 -> new LogHead(new NodeId("35.10.01.2002"), position, head.hash());
            case 1 -> new LogHead(head.node(), new LogPosition(position.epoch() + 1, position.sequence()), head.hash());
            case 2 -> new LogHead(head.node(), position.next(), head.hash());
            default ->
                new LogHead(head.node(), position, Hash.sha256(head.hash().bytes()));
        };

        assertThat(KEY.verifyKey().signed(other, signature)).isFalse();
    }

    @RepeatedTest(20)
    void nobodyElseCanSign(RepetitionInfo seed) {
        LogHead head = aHead(new Random(seed.getCurrentRepetition()));

        assertThat(KEY.verifyKey().signed(head, OTHER.sign(head))).isFalse();
    }

    @RepeatedTest(20)
    void aControlRecordIsOfItsKindAndBodyOnly(RepetitionInfo seed) {
        byte[] body = new byte[seed.getCurrentRepetition()];
        new Random(seed.getCurrentRepetition()).nextBytes(body);
        String signature = KEY.sign("ack.v1", body);

        assertThat(KEY.verifyKey().signed("ack.v1", body, signature)).isTrue();
        assertThat(KEY.verifyKey().signed("nak.v1", body, signature)).isFalse();
        body[0]++;
        assertThat(KEY.verifyKey().signed("ack.v1", body, signature)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AA==", "no base64!", "é"})
    void anyOtherTextIsNoSignature(String text) {
        assertThat(KEY.verifyKey().signed("ack.v1", text.getBytes(StandardCharsets.UTF_8), text))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 33})
    void aKeyHasThirtyTwoBytes(int length) {
        assertThatThrownBy(() -> VerifyKey.of(new byte[length])).isInstanceOf(IllegalArgumentException.class);
    }

    private static LogHead aHead(Random random) {
        byte[] hash = new byte[Hash.LENGTH];
        random.nextBytes(hash);
        LogPosition position = new LogPosition(1 + random.nextInt(9), random.nextLong() >>> 2);
        return new LogHead(Logs.NODE, position, Hash.of(hash));
    }
}
