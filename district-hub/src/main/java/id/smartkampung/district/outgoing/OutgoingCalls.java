package id.smartkampung.district.outgoing;

import id.smartkampung.district.outgoing.Addresses.Checked;
import id.smartkampung.district.outgoing.Answer.Outcome;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;

/**
 * Calls addresses that others gave us: only those that may be called, at the place that was checked, within a time, and
 * without reading more of the answer than its status needs.
 */
@ApplicationScoped
public class OutgoingCalls {

    /** What comes behind it is not read; the status stands. */
    private static final long LONGEST_ANSWER = 64L * 1024;

    private static final Duration IDLE = Duration.ofSeconds(10);

    /** What is under way is brought to its end first; who says nothing is at 2500. */
    private static final int BEHIND_CALLERS = 3000;

    private final OutgoingConfig config;
    private final Addresses addresses;
    private final HttpClient client;

    @Inject
    OutgoingCalls(Vertx vertx, OutgoingConfig config) {
        this(vertx, config, InetAddress::getAllByName);
    }

    OutgoingCalls(Vertx vertx, OutgoingConfig config, Addresses.Names names) {
        this.config = config;
        this.addresses = new Addresses(config, names);
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectWithin().toMillis()))
                .setKeepAliveTimeout(Math.toIntExact(IDLE.toSeconds()))
                .setDecompressionSupported(false);
        config.authority()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.client = vertx.createHttpClient(options);
    }

    void stop(@Observes @Priority(BEHIND_CALLERS) ShutdownEvent event) {
        client.close();
    }

    /**
     * Whether an address may be called as its name stands now.
     *
     * @throws ForbiddenAddressException when it may not
     */
    public void check(String url) throws ForbiddenAddressException {
        addresses.check(url);
    }

    /**
     * Posts and waits for the answer.
     *
     * @param attempt the how manieth it is, from 0: a name with several places is called at one after the other
     */
    public Answer post(String url, int attempt, Map<String, String> headers, byte[] body) {
        long began = System.nanoTime();
        Checked checked;
        try {
            checked = addresses.check(url);
        } catch (ForbiddenAddressException e) {
            boolean unknown = e.why() == ForbiddenAddressException.Why.UNKNOWN;
            return Answer.without(unknown ? Outcome.UNREACHABLE : Outcome.FORBIDDEN, millisSince(began));
        }
        AtomicReference<HttpClientRequest> open = new AtomicReference<>();
        AtomicBoolean over = new AtomicBoolean();
        try {
            int status = client.request(options(checked, attempt, headers))
                    .compose(request -> {
                        open.set(request);
                        if (over.get()) {
                            // The connection came when nobody waited any more: it is given up, and not called by.
                            request.reset();
                            return Future.failedFuture("nobody waits for it");
                        }
                        return request.send(Buffer.buffer(body)).compose(response -> status(request, response));
                    })
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(config.answerWithin().toMillis(), TimeUnit.MILLISECONDS);
            return Answer.of(status, millisSince(began));
        } catch (TimeoutException e) {
            giveUp(over, open);
            return Answer.without(Outcome.TIMEOUT, millisSince(began));
        } catch (ExecutionException e) {
            return Answer.without(outcome(e.getCause()), millisSince(began));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(over, open);
            return Answer.without(Outcome.UNREACHABLE, millisSince(began));
        }
    }

    /** The host stays the name, for the certificate and for the other end; the connection goes where we looked. */
    private RequestOptions options(Checked checked, int attempt, Map<String, String> headers) {
        InetAddress place =
                checked.places().get(Math.floorMod(attempt, checked.places().size()));
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(place, checked.port())))
                .setHost(checked.host())
                .setPort(checked.port())
                .setSsl(checked.isSecure())
                .setURI(checked.pathAndQuery())
                .setFollowRedirects(false)
                // Waiting for one of the few connections to this address is part of it.
                .setConnectTimeout(config.connectWithin().toMillis())
                .setIdleTimeout(config.answerWithin().toMillis());
        headers.forEach(options::putHeader);
        return options;
    }

    private static Future<Integer> status(HttpClientRequest request, HttpClientResponse response) {
        Promise<Integer> done = Promise.promise();
        long[] read = {0};
        response.exceptionHandler(broken -> done.tryComplete(response.statusCode()));
        response.endHandler(end -> done.tryComplete(response.statusCode()));
        response.handler(part -> {
            read[0] += part.length();
            if (read[0] > LONGEST_ANSWER) {
                done.tryComplete(response.statusCode());
                request.reset();
            }
        });
        return done.future();
    }

    private static void giveUp(AtomicBoolean over, AtomicReference<HttpClientRequest> open) {
        over.set(true);
        HttpClientRequest request = open.get();
        if (request != null) {
            request.reset();
        }
    }

    private static Outcome outcome(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Outcome.NOT_TRUSTED;
            }
        }
        return Outcome.UNREACHABLE;
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
