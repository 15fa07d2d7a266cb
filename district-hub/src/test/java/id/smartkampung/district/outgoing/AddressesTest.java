package id.smartkampung.district.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.district.outgoing.ForbiddenAddressException.Why;
import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    private final Addresses open = new Addresses(TestOutgoing.strict(), InetAddress::getAllByName);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a00:1]",
                "[64:ff9b::7f00:1]",
                "[fe80::1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[ff02::1]",
                "[2002:7f00:1::]",
                "[2001:0:7f00:1::]",
                "[2001:db8::1]",
                "2130706433",
                "localhost"
            })
    void theInnerNetworkIsNotCalled(String host) {
        assertThat(why(open, "https://" + host + "/x")).isEqualTo(Why.INNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "[2606:4700::1111]",
                "[2a00:1450::8a]",
                "[::ffff:8.8.8.8]"
            })
    void theOpenInternetIsCalled(String host) throws ForbiddenAddressException {
        assertThat(open.check("https://" + host + "/x").places()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "https://user@8.8.8.8/",
                "https://8.8.8.8/#x",
                "https:///x",
                "//8.8.8.8/",
                "https://127.1/",
                "x",
                "",
                "https://8.8.8.8/a b"
            })
    void onlyPlainAddressesOfHttpsAreCalled(String url) {
        assertThat(why(open, url)).isEqualTo(Why.FORM);
    }

    @Test
    void onlySomePortsAreCalled() throws ForbiddenAddressException {
        assertThat(why(open, "https://8.8.8.8:22/")).isEqualTo(Why.PORT);
        assertThat(open.check("https://8.8.8.8:8443/").port()).isEqualTo(8443);
    }

    @Test
    void oneInnerAddressAmongOthersIsEnoughToRefuse() {
        Addresses mixed = new Addresses(TestOutgoing.strict(), host ->
                new InetAddress[] {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")});

        assertThat(why(mixed, "https://hook.example/")).isEqualTo(Why.INNER);
    }

    @Test
    void aNetworkOfTheHouseIsCalledWhereASettingAllowsIt() throws ForbiddenAddressException {
        Addresses allowed =
                new Addresses(TestOutgoing.allowing("10.20.0.0/16", Optional.empty()), InetAddress::getAllByName);

        assertThat(allowed.check("https://10.20.3.4:9000/").port()).isEqualTo(9000);
        assertThat(why(allowed, "https://10.21.0.1/")).isEqualTo(Why.INNER);
    }

    @Test
    void aNameThatIsNotKnownIsSaidSo() {
        Addresses nowhere = new Addresses(TestOutgoing.strict(), host -> {
            throw new java.net.UnknownHostException(host);
        });

        assertThat(why(nowhere, "https://hook.example/")).isEqualTo(Why.UNKNOWN);
        assertThatThrownBy(() -> nowhere.check("https://hook.example/")).hasMessageNotContaining("hook");
    }

    private static Why why(Addresses addresses, String url) {
        try {
            addresses.check(url);
            throw new AssertionError(url + " may be called");
        } catch (ForbiddenAddressException e) {
            return e.why();
        }
    }
}
