package id.smartkampung.deploy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aFreePortIsNotTaken() {
        assertThat(Ports.isTaken(Ports.free())).isFalse();
    }

    @Test
    void noFreePortIsOneThatAConnectionMayTake() {
        int first = Ports.free();
        int second = Ports.free();

        assertThat(first).isNotEqualTo(second).isLessThan(32_768);
        assertThat(second).isLessThan(32_768);
    }

    @Test
    void aPortHeldOnThisMachineAloneIsTaken() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isTaken(socket.getLocalPort())).isTrue();
            assertThat(Ports.answers(socket.getLocalPort())).isTrue();
        }
    }
}
