package id.smartkampung.deploy.senders;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.deploy.history.History;
import id.smartkampung.model.log.Envelope;
import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.LogHead;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryLogTest {

    private static final KodeWilayah DESA = new KodeWilayah("35.10.01.2001");
    private static final NodeId NODE = new NodeId(DESA.value());
    private static final History HISTORY = History.of(7, DESA, 200);

    @Test
    void whoeverMakesTheLogAgainMakesTheSameEvents() {
        List<Envelope> again = envelopes(new HistoryLog(NODE, NodeKey.generate(), 7), History.of(7, DESA, 200));

        assertThat(envelopes(new HistoryLog(NODE, NodeKey.generate(), 7), HISTORY))
                .isEqualTo(again);
    }

    @Test
    void eachEventContinuesTheOneBeforeAndItsDataIsIntact() {
        LogHead head = LogHead.start(NODE);
        for (Envelope envelope : envelopes(new HistoryLog(NODE, NodeKey.generate(), 7), HISTORY)) {
            assertThat(envelope.position()).isEqualTo(head.position().next());
            assertThat(envelope.prevHash()).isEqualTo(head.hash());
            assertThat(envelope.dataIsIntact()).isTrue();
            head = envelope.head();
        }
        assertThat(head.hash()).isNotEqualTo(Hash.ZERO);
        assertThat(head.position().sequence()).isEqualTo(HISTORY.events().count());
    }

    @Test
    void noTwoEventsHaveOneIdOrOneSalt() {
        List<Envelope> envelopes = envelopes(new HistoryLog(NODE, NodeKey.generate(), 7), HISTORY);

        assertThat(envelopes.stream().map(Envelope::id)).doesNotHaveDuplicates();
        assertThat(envelopes.stream().map(one -> Hash.sha256(one.salt()))).doesNotHaveDuplicates();
    }

    private static List<Envelope> envelopes(HistoryLog log, History history) {
        List<Envelope> envelopes = new ArrayList<>();
        log.envelopes(history, LogHead.start(NODE)).forEachRemaining(envelopes::add);
        return envelopes;
    }
}
