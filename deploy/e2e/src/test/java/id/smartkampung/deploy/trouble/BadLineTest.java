package id.smartkampung.deploy.trouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line over which {@code BadLineIT} lets a village work: a test of the tester. */
class BadLineTest {

    private ServerSocket server;
    private BadLine line;

    @BeforeEach
    void somebodyAnswersAtTheEnd() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        line = new BadLine(Weather.FAIR, 15);
        line.leadTo(server.getLocalPort());
        Thread echo = new Thread(this::echo, "echo");
        echo.setDaemon(true);
        echo.start();
    }

    @AfterEach
    void hangUp() throws IOException {
        line.close();
        server.close();
    }

    @Test
    void everythingArrivesInOrderHoweverMuchIsLost() throws Exception {
        line.set(new Weather(Duration.ofMillis(2), 2_000_000, 0.1));
        byte[] sent = new byte[100_000];
        new Random(15).nextBytes(sent);

        try (Socket socket = dial()) {
            CompletableFuture<byte[]> heard = CompletableFuture.supplyAsync(() -> read(socket, sent.length));
            socket.getOutputStream().write(sent);
            assertThat(heard.get()).isEqualTo(sent);
        }
        assertThat(line.lost()).isPositive();
    }

    @Test
    void aCutIsToldAtOnceAndNobodyGetsThroughUntilItIsMended() throws IOException {
        try (Socket socket = dial()) {
            assertThat(answers(socket)).isTrue();
            assertThat(line.cut()).isEqualTo(1);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        try (Socket socket = dial()) {
            assertThatThrownBy(() -> read(socket, 1)).isInstanceOf(AssertionError.class);
        }
        line.mend();
        try (Socket socket = dial()) {
            assertThat(answers(socket)).isTrue();
        }
    }

    @Test
    void aForgottenConnectionIsSilentWhileANewOneAnswers() throws IOException {
        try (Socket old = dial()) {
            assertThat(answers(old)).isTrue();
            assertThat(line.forget()).isEqualTo(1);
            old.setSoTimeout(300);
            old.getOutputStream().write(1);
            assertThatThrownBy(() -> old.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            try (Socket young = dial()) {
                assertThat(answers(young)).isTrue();
            }
        }
        assertThat(line.opened()).isEqualTo(2);
    }

    private Socket dial() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), line.port());
    }

    private static boolean answers(Socket socket) throws IOException {
        socket.getOutputStream().write(7);
        return socket.getInputStream().read() == 7;
    }

    private static byte[] read(Socket socket, int length) {
        try {
            byte[] bytes = socket.getInputStream().readNBytes(length);
            assertThat(bytes).hasSize(length);
            return bytes;
        } catch (IOException e) {
            throw new AssertionError("nothing came", e);
        }
    }

    private void echo() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread voice = new Thread(() -> echo(caller), "voice");
                voice.setDaemon(true);
                voice.start();
            } catch (IOException e) {
                // The test is over.
            }
        }
    }

    private static void echo(Socket caller) {
        try (Socket open = caller) {
            open.getInputStream().transferTo(open.getOutputStream());
        } catch (IOException e) {
            // Cut off, as the test wants it.
        }
    }
}
