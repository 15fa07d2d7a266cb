package id.smartkampung.deploy.regency;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody who works with a program's pages as a browser without scripts does: follows links, fills in forms. */
public final class Clerk {

    /** Of all accounts of the demonstration; it stands on the login page. */
    public static final String DEMO_PASSWORD = "kampung-demo-2026";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI program;
    private final HttpClient http;

    private Clerk(String program) {
        this.program = URI.create(program);
        this.http = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** A page as it came, with the address it came from after all redirects. */
    public record Page(int status, URI address, Document content) {

        /** The form that is sent to an address, by its beginning; the shortest address where several begin so. */
        public FormElement form(String action) {
            return (FormElement) content.select("form").stream()
                    .filter(form -> form.attr("action").startsWith(action))
                    .min(Comparator.comparingInt(form -> form.attr("action").length()))
                    .orElseThrow(() -> new IllegalStateException("no form to " + action + " on " + address));
        }
    }

    /** Logs in at a program; a refusal is an {@link IOException}. */
    public static Clerk at(String program, String name, String password) throws IOException {
        Clerk clerk = new Clerk(program);
        Page answer = clerk.submit(clerk.open("/masuk").form("/masuk"), Map.of("nama", name, "sandi", password));
        if (answer.status() >= 400 || answer.address().getPath().startsWith("/masuk")) {
            throw new IOException("login of " + name + " at " + program + " was refused: " + answer.status());
        }
        return clerk;
    }

    public Page open(String path) throws IOException {
        return page(request(path));
    }

    /** Sends a form with what it holds already and these values. */
    public Page submit(FormElement form, Map<String, String> values) throws IOException {
        return page(filled(form, values));
    }

    private HttpRequest.Builder filled(FormElement form, Map<String, String> values) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        fields.putAll(values);
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return request(form.attr("action"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Asks for a page and throws it away; one that is refused, or leads back to the login, is an {@link IOException}. */
    public void visit(String path) throws IOException {
        visit(request(path));
    }

    /** Sends a form like {@link #submit} and treats the page that answers like {@link #visit(String)}. */
    public void visit(FormElement form, Map<String, String> values) throws IOException {
        visit(filled(form, values));
    }

    private void visit(HttpRequest.Builder request) throws IOException {
        HttpResponse<Void> answer = send(request.header("Accept", "text/html"), HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() >= 400 || answer.uri().getPath().startsWith("/masuk")) {
            throw new IOException(answer.uri().getPath() + " answers " + answer.statusCode());
        }
    }

    /** Sends a form by one of its buttons. */
    public Page press(FormElement form, Element button, Map<String, String> values) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(values);
        if (!button.attr("name").isEmpty()) {
            all.put(button.attr("name"), button.attr("value"));
        }
        return submit(form, all);
    }

    /** Asks for the part of a page that a script would exchange, and throws it away. */
    public void fragment(String path) throws IOException {
        send(request(path).header("HX-Request", "true"), HttpResponse.BodyHandlers.discarding());
    }

    /** A stream of server-sent events, open until it is closed. */
    public InputStream stream(String path) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(program.resolve(path));
        return send(request.header("Accept", "text/event-stream"), HttpResponse.BodyHandlers.ofInputStream())
                .body();
    }

    /** A file as it is offered. */
    public byte[] download(String path) throws IOException {
        return send(request(path).header("Accept", "*/*"), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private Page page(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> answer =
                send(request.header("Accept", "text/html"), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Page(
                answer.statusCode(),
                answer.uri(),
                Jsoup.parse(answer.body(), answer.uri().toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(program.resolve(path)).timeout(PATIENCE);
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws IOException {
        try {
            return http.send(request.build(), handler);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program, e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
