package id.smartkampung.district.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/** The program of another agency that is called, on this machine; answers what the test says. */
public final class TestReceiver implements AutoCloseable {

    private static final int OK = 200;
    private static final int REDIRECT = 300;

    private final HttpServer server;
    private final List<Call> accepted = new CopyOnWriteArrayList<>();
    private final List<Call> all = new CopyOnWriteArrayList<>();
    private volatile IntSupplier answers = () -> OK;

    public TestReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::hear);
        server.start();
    }

    /** A call as it came. */
    public record Call(Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.get(name).get(0);
        }
    }

    /** The status of each answer; 0 breaks the connection. */
    public TestReceiver answering(IntSupplier status) {
        answers = status;
        return this;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/terima";
    }

    /** Those that were answered with 2xx. */
    public List<Call> accepted() {
        return accepted;
    }

    public List<Call> all() {
        return all;
    }

    private void hear(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Call call = new Call(headers, body);
        all.add(call);
        int status = answers.getAsInt();
        if (status >= OK && status < REDIRECT) {
            accepted.add(call);
        }
        if (status > 0) {
            exchange.getResponseHeaders().add("Location", url());
            exchange.sendResponseHeaders(status, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
