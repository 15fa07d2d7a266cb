package id.smartkampung.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineUseTest {

    private static final String TO_THE_BROKER = "ESTAB 0 0 [::ffff:127.0.0.1]:50142 [::ffff:127.0.0.1]:9093 "
            + "users:((\"java\",pid=71,fd=210)) cubic bytes_sent:1000 bytes_acked:1000 bytes_received:300 segs_out:7 "
            + "segs_in:5 data_segs_out:4 data_segs_in:3";

    @Test
    void countsWhatIsSentAndReceivedWithTheHeadersOfEachPacket() {
        assertThat(LineUse.of(List.of(TO_THE_BROKER, TO_THE_BROKER), 71, 9093))
                .isEqualTo(new LineUse(2, 2 * (1300 + 12 * 40)));
    }

    @Test
    void leavesOutOtherProcessesOtherPortsAndTheOtherEnd() {
        List<String> others = List.of(
                TO_THE_BROKER.replace("pid=71", "pid=711"),
                TO_THE_BROKER.replace(":9093", ":19093"),
                TO_THE_BROKER.replace(":50142", ":9093").replace("]:9093 users", "]:50142 users"));

        assertThat(LineUse.of(others, 71, 9093)).isEqualTo(new LineUse(0, 0));
    }
}
