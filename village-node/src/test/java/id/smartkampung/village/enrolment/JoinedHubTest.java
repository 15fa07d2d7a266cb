package id.smartkampung.village.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By which certificates a village knows its hub, before and after it was told of the next one. */
class JoinedHubTest {

    private static final int NOT_FOUND = 404;

    private Tls today;
    private Tls next;
    private HttpsServer hub;

    @BeforeEach
    void theHubShowsItsNextCertificate() throws Exception {
        today = Tls.ofNext();
        next = Tls.ofNext();
        hub = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        hub.setHttpsConfigurator(new HttpsConfigurator(next.context()));
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void whoWasNotToldDoesNotBelieveTheNext() throws Exception {
        JoinedHub.Place place = place();

        assertThatThrownBy(() -> ask(place)).isInstanceOf(IOException.class);
    }

    @Test
    void whoWasToldOfBothBelievesTheNext() throws Exception {
        JoinedHub.Place place = place().knownBy(
                        List.of(today.fingerprint().hex(), next.fingerprint().hex()));

        assertThat(ask(place)).isEqualTo(NOT_FOUND);
    }

    @Test
    void whoWasToldOfTheEndOfOneBelievesItNoMore() throws Exception {
        JoinedHub.Place place = place().knownBy(List.of(today.fingerprint().hex()));

        assertThatThrownBy(() -> ask(place)).isInstanceOf(IOException.class);
    }

    @Test
    void aFileOfBeforeIsRead() throws Exception {
        JoinedHub.Place read = new ObjectMapper()
                .readValue("{\"address\":\"https://hub.example/\",\"certificate\":\"ab\"}", JoinedHub.Place.class);

        assertThat(read).isEqualTo(new JoinedHub.Place("https://hub.example/", "ab"));
    }

    private JoinedHub.Place place() throws Exception {
        return new JoinedHub.Place(
                "https://localhost:" + hub.getAddress().getPort() + "/",
                today.fingerprint().hex());
    }

    private static int ask(JoinedHub.Place place) throws IOException, InterruptedException {
        HttpRequest get = HttpRequest.newBuilder(URI.create(place.address())).build();
        return place.client().send(get, BodyHandlers.discarding()).statusCode();
    }
}
