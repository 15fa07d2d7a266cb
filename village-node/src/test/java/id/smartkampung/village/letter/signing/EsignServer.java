package id.smartkampung.village.letter.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Behaves as the Esign Client Service does, on good days and on bad ones. */
final class EsignServer implements AutoCloseable {

    static final String PASSPHRASE = "#1234Qwer*";

    private static final String CREDENTIAL =
            "Basic " + Base64.getEncoder().encodeToString("desa:rahasia uji".getBytes(StandardCharsets.UTF_8));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final PadesSignature signature;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Day day = Day.GOOD;
    private volatile String status = "ISSUE";

    /** What kind of day it is. */
    enum Day {
        GOOD,
        /** 503 with a page of the machine in front. */
        DOWN,
        /** Takes the request and says nothing. */
        HANGING,
        /** Signs, and the line goes dead while it answers. */
        CUT,
        /** Says that all is well and gives the file back as it came. */
        CARELESS
    }

    EsignServer(PadesSignature signature) throws IOException {
        this.signature = signature;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/user/status/", this::status);
        server.createContext("/api/sign/pdf", this::sign);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void on(Day kind) {
        day = kind;
    }

    void holding(String certificate) {
        status = certificate;
    }

    /** The paths that were asked for, in their order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void status(HttpExchange exchange) throws IOException {
        if (isAmiss(exchange)) {
            return;
        }
        json(exchange, 200, "{\"status_code\":1111,\"status\":\"" + status + "\",\"message\":\"\"}");
    }

    private void sign(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (isAmiss(exchange)) {
            return;
        }
        String form = new String(body, StandardCharsets.ISO_8859_1);
        if (!field(form, "passphrase").equals(PASSPHRASE)) {
            json(exchange, 400, "{\"status_code\":2031,\"error\":\"Passphrase anda salah\"}");
            return;
        }
        byte[] sheet = field(form, "file").getBytes(StandardCharsets.ISO_8859_1);
        byte[] signed = day == Day.CARELESS ? sheet : signature.sign(sheet, "BSrE uji", Instant.now());
        exchange.getResponseHeaders().add("Content-Type", "application/pdf");
        exchange.getResponseHeaders().add("id_dokumen", "uji");
        exchange.sendResponseHeaders(200, signed.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(signed, 0, day == Day.CUT ? signed.length / 2 : signed.length);
        } catch (IOException e) {
            // half of it is on its way, and nothing follows
            exchange.close();
        }
    }

    /** Whether it is answered already, or never. */
    private boolean isAmiss(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
        if (day == Day.DOWN) {
            byte[] page = "<html>Service Unavailable</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(503, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
            return true;
        }
        if (day == Day.HANGING) {
            hang();
            exchange.close();
            return true;
        }
        if (!CREDENTIAL.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, "{\"error\":\"Unauthorized\"}");
            return true;
        }
        return false;
    }

    private void hang() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String field(String form, String name) {
        int start = form.indexOf("\r\n\r\n", form.indexOf("name=\"" + name + "\"")) + 4;
        return form.substring(start, form.indexOf("\r\n--", start));
    }

    private static void json(HttpExchange exchange, int code, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
