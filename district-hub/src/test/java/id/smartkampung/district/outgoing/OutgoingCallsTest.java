package id.smartkampung.district.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.district.outgoing.Answer.Outcome;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SelfSignedCertificate;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls a receiver with a certificate, whose name leads where the test says. */
class OutgoingCallsTest {

    private static final String HOST = "hook.example";
    private static final Addresses.Names HERE = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};

    private final Vertx vertx = Vertx.vertx();
    private final SelfSignedCertificate certificate = SelfSignedCertificate.create(HOST);
    private final Path authority =
            Path.of(certificate.trustOptions().getCertPaths().get(0));
    private final List<String> hosts = new CopyOnWriteArrayList<>();

    @AfterEach
    void end() {
        certificate.delete();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void connectsToWhatWasCheckedThoughTheNameChangesItsMindInBetween() {
        int port = receiver(request -> request.response().end());
        AtomicInteger asked = new AtomicInteger();
        OutgoingCalls calls = calls(host ->
                new InetAddress[] {InetAddress.getByName(asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")});

        assertThat(post(calls, HOST, port).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(asked).hasValue(1);
        assertThat(hosts).containsExactly(HOST + ":" + port);
        // The next call asks anew, and is refused.
        assertThat(post(calls, HOST, port).outcome()).isEqualTo(Outcome.FORBIDDEN);
        assertThat(hosts).hasSize(1);
    }

    @Test
    void aCertificateOfAnotherNameIsNotTrusted() {
        int port = receiver(request -> request.response().end());
        OutgoingCalls calls = calls(HERE);

        assertThat(post(calls, "other.example", port).outcome()).isEqualTo(Outcome.NOT_TRUSTED);
        assertThat(hosts).isEmpty();
    }

    @Test
    void noRedirectIsFollowed() {
        int port = receiver(request -> request.response()
                .setStatusCode(307)
                .putHeader("Location", "https://10.0.0.1/")
                .end());
        OutgoingCalls calls = calls(HERE);

        Answer answer = post(calls, HOST, port);

        assertThat(answer.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(answer.status()).isEqualTo(307);
        assertThat(hosts).hasSize(1);
    }

    @Test
    void whoSaysNothingIsWaitedForNoLongerThanAllowed() {
        int port = receiver(request -> request.response().setChunked(true).write("."));
        OutgoingCalls calls = calls(HERE);

        Answer answer = post(calls, HOST, port);

        assertThat(answer.outcome()).isEqualTo(Outcome.TIMEOUT);
    }

    @Test
    void aCallThatWaitedInVainForAConnectionIsNotMadeLater() {
        int few = 5;
        int port = receiver(request -> {
            if (hosts.size() > few) {
                request.response().end();
            }
        });
        OutgoingCalls calls = calls(HERE);
        ExecutorService callers = Executors.newFixedThreadPool(few + 1);

        List<CompletableFuture<Answer>> all = IntStream.rangeClosed(0, few)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(calls, HOST, port), callers))
                .toList();

        assertThat(all).noneMatch(answer -> answer.join().outcome() == Outcome.ACCEPTED);
        // Nobody holds the address: the next call comes through, and the one that nobody waited for never did.
        assertThat(post(calls, HOST, port).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(hosts).hasSize(few + 1);
        callers.shutdown();
    }

    @Test
    void anAnswerWithoutEndIsNotReadToItsEnd() {
        byte[] flood = new byte[1024 * 1024];
        int port = receiver(request -> {
            request.response().setChunked(true);
            request.response().write(Buffer.buffer(flood));
        });
        OutgoingCalls calls = calls(HERE);

        assertThat(post(calls, HOST, port).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void whoIsNotThereIsUnreachable() {
        OutgoingCalls calls = calls(HERE);

        assertThat(post(calls, HOST, 1).outcome()).isEqualTo(Outcome.UNREACHABLE);
    }

    private OutgoingCalls calls(Addresses.Names names) {
        return new OutgoingCalls(vertx, TestOutgoing.allowing("127.0.0.1/32", Optional.of(authority)), names);
    }

    private static Answer post(OutgoingCalls calls, String host, int port) {
        return calls.post(
                "https://" + host + ":" + port + "/x", 0, Map.of("a", "b"), "{}".getBytes(StandardCharsets.UTF_8));
    }

    private int receiver(Consumer<HttpServerRequest> answers) {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(certificate.keyCertOptions())
                        .setHost("127.0.0.1")
                        .setPort(0))
                .requestHandler(request -> {
                    hosts.add(request.getHeader("Host"));
                    answers.accept(request);
                });
        return server.listen().toCompletionStage().toCompletableFuture().join().actualPort();
    }
}
