package id.smartkampung.deploy.regency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegencyTest {

    @TempDir
    Path folder;

    @Test
    void aTakenPortIsToldByNameAndNumberBeforeAnythingStarts() throws IOException {
        RegencyPlan plan = RegencyPlan.onFreePorts(folder, VillageChoice.first(2));
        String village = plan.villages().get(1).value();
        Regency regency = new Regency(plan, new Checkout(folder));

        try (ServerSocket other = new ServerSocket(plan.port(village), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(regency::start)
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageEndingWith("port " + other.getLocalPort() + " of " + village);
        }

        assertThat(regency.postgres().process()).isEmpty();
    }

    @Test
    void aProgramThatIsNotBuiltIsToldWithItsLog() {
        RegencyPlan plan = RegencyPlan.onFreePorts(folder, VillageChoice.first(1));
        Regency regency = new Regency(plan, new Checkout(folder));

        assertThatThrownBy(() -> regency.hub().start())
                .hasMessageStartingWith("hub ended while it started")
                .hasMessageContaining("program.log");
        assertThat(regency.hub().state()).isEqualTo(ProgramProcess.State.DIED);
    }
}
