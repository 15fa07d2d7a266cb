package id.smartkampung.web.staff;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpeningTest {

    @Test
    void showsADemonstrationOnThisMachine() {
        assertThatCode(() -> Opening.refuseToShowADemonstrationOutside("127.0.0.1"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Opening.refuseToShowADemonstrationOutside("localhost"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesToShowADemonstrationToOthers() {
        assertThatThrownBy(() -> Opening.refuseToShowADemonstrationOutside("0.0.0.0"))
                .hasMessageContaining("loopback");
        assertThatThrownBy(() -> Opening.refuseToShowADemonstrationOutside("192.168.1.10"))
                .hasMessageContaining("loopback");
    }
}
