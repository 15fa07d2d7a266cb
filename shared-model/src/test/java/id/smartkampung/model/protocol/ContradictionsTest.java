package id.smartkampung.model.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogPosition;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is concluded from events that contradict what was applied: from forged ones nothing about the village. */
class ContradictionsTest {

    private static final int LENGTH = 12;
    private static final String STRANGER = "stranger";

    static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        golden().get("cases").forEach(cases::add);
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theConclusionIsThatOfTheVector(JsonNode vector) throws IOException {
        JsonNode golden = golden();
        TestLog ours = TestLog.ofLength(golden.get("applied").asInt());
        int parted = golden.get("partedAfter").asInt();
        TestLog other = ours.backTo(parted).longer(golden.get("otherLength").asInt() - parted);

        Judgement judgement = judge(ours, arriving(vector, ours, other));

        assertThat(judgement.suspects())
                .extracting(it -> it.kind() + " " + it.position().sequence())
                .containsExactlyInAnyOrderElementsOf(texts(vector.get("incidents")));
        assertThat(judgement.suspects())
                .allSatisfy(it -> assertThat(it.signed()).isEqualTo(it.kind() == Suspect.Kind.FORK));
        assertThat(judgement.head()).isEqualTo(ours.head());
    }

    @RepeatedTest(300)
    void whateverSomebodyForgesIsNoForkOfTheVillageAndFreezesNobody(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        TestLog log = TestLog.ofLength(LENGTH);
        TestLog applied = log.backTo(1 + random.nextInt(LENGTH));
        List<Arrival> arrivals = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            arrivals.add(forged(random, log));
            arrivals.add(genuine(random, log));
        }

        Judgement judgement = judge(applied, arrivals);

        assertThat(judgement.suspects()).extracting(Suspect::kind).doesNotContain(Suspect.Kind.FORK);
        assertThat(judgement.suspects()).noneMatch(Suspect::freezesWhenItComesAgain);
        assertThat(log.events()).containsAll(judgement.envelopes());
    }

    @RepeatedTest(300)
    void aSecondHistoryThatTheVillageSignedIsFoundAmongForgedEvents(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        TestLog log = TestLog.ofLength(LENGTH);
        long parted = random.nextInt(LENGTH);
        TestLog second = log.backTo(parted).longer(1 + random.nextInt(6));
        long end = second.head().position().sequence();
        List<Arrival> arrivals = new ArrayList<>();
        for (long sequence = parted + 1; sequence <= end; sequence++) {
            if (random.nextBoolean()) {
                arrivals.add(forged(random, log));
            }
            arrivals.add(NamedSigner.arrival(second.event(sequence), sequence == end ? NamedSigner.VILLAGE : null));
        }

        Judgement judgement = judge(log, arrivals);

        assertThat(judgement.suspects())
                .filteredOn(it -> it.kind() == Suspect.Kind.FORK)
                .allMatch(Suspect::freezesWhenItComesAgain)
                .extracting(it -> it.position().sequence())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(parted + 1, end).boxed().toList());
        assertThat(judgement.accepted()).isEmpty();
    }

    /** At any place, on any chain, signed by nobody or somebody else. */
    private static Arrival forged(Random random, TestLog log) {
        Envelope event = TestLog.after(log.at(random.nextInt(LENGTH + 1)), "FORGED");
        return NamedSigner.arrival(event, random.nextBoolean() ? STRANGER : null);
    }

    private static Arrival genuine(Random random, TestLog log) {
        Envelope event = log.event(1 + random.nextInt(LENGTH));
        return NamedSigner.arrival(event, random.nextBoolean() ? NamedSigner.VILLAGE : null);
    }

    private static List<Arrival> arriving(JsonNode vector, TestLog ours, TestLog other) {
        List<Arrival> arrivals = new ArrayList<>();
        for (String arrival : texts(vector.get("arriving"))) {
            String[] parts = arrival.split(" ", -1);
            TestLog history = parts[0].equals("ours") ? ours : other;
            Envelope event = history.event(Long.parseLong(parts[1]));
            arrivals.add(NamedSigner.arrival(event, parts[2].equals("-") ? null : parts[2]));
        }
        return arrivals;
    }

    private static Judgement judge(TestLog applied, List<Arrival> arrivals) {
        Map<LogPosition, Hash> known = new HashMap<>();
        applied.events().forEach(event -> known.put(event.position(), event.hash()));
        return Judgement.of(applied.head(), arrivals, known, NamedSigner.gate(NamedSigner::check));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static JsonNode golden() throws IOException {
        try (InputStream file = ContradictionsTest.class.getResourceAsStream("/log/golden-6-contradictions.json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
