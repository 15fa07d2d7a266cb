package id.smartkampung.village.letter.signing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.village.letter.number.LetterConfig.Bsre;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks with the Esign Client Service of the national authority, which stands in the network of the kabupaten. */
final class BsreClient {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;
    private static final int WRONG_PASSPHRASE = 2031;
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final String credential;
    private final Duration patience;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    BsreClient(URI address, Bsre config) {
        this.address = address;
        this.patience = config.patience();
        String user = config.username().orElse("") + ":" + config.password().orElse("");
        this.credential = "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    /** Refuses when this person cannot sign today. */
    void requireCertificate(Nik nik) {
        HttpResponse<byte[]> answer =
                ask(request("/api/user/status/" + nik.value()).GET());
        JsonNode said = json(answer.body());
        if (answer.statusCode() != OK) {
            throw refused(answer.statusCode(), said);
        }
        String status = said.path("status").asText("").toUpperCase(Locale.ROOT);
        switch (status) {
            case "ISSUE" -> {
                return;
            }
            case "REVOKE", "REVOKED", "SUSPEND" -> throw new SigningFailedException("bsre-revoked", null);
            case "EXPIRED" -> throw new SigningFailedException("signer-certificate-expired", null);
            default -> throw new SigningFailedException("bsre-not-registered", null);
        }
    }

    /** The signed file. When the line breaks, nobody knows whether it was signed; signing it again does no harm. */
    byte[] sign(Nik nik, char[] passphrase, byte[] sheet) {
        String boundary = "kampung-" + UUID.randomUUID();
        HttpResponse<byte[]> answer = ask(request("/api/sign/pdf")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body(boundary, nik, passphrase, sheet))));
        if (answer.statusCode() != OK) {
            throw refused(answer.statusCode(), json(answer.body()));
        }
        if (!Arrays.equals(PDF, Arrays.copyOf(answer.body(), PDF.length))) {
            throw new SigningFailedException("bsre-broke", null);
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        String base = address.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(patience).header("Authorization", credential);
    }

    /** The whole answer must be here in time: a line that goes dead in the middle of it holds nobody up. */
    private HttpResponse<byte[]> ask(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SigningFailedException("bsre-silent", e);
        } catch (ExecutionException e) {
            boolean silent = e.getCause() instanceof HttpTimeoutException;
            throw new SigningFailedException(silent ? "bsre-silent" : "bsre-unreachable", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SigningFailedException("bsre-silent", e);
        }
    }

    private static SigningFailedException refused(int status, JsonNode said) {
        if (said.path("status_code").asInt() == WRONG_PASSPHRASE) {
            return new SigningFailedException("signer-passphrase-wrong", null);
        }
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return new SigningFailedException("bsre-credential", null);
        }
        return new SigningFailedException(status >= SERVER_ERROR ? "bsre-unavailable" : "bsre-broke", null);
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            // a page of a machine in between
            return JSON.createObjectNode();
        }
    }

    private static byte[] body(String boundary, Nik nik, char[] passphrase, byte[] sheet) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"surat.pdf\""
                        + "\r\nContent-Type: application/pdf\r\n\r\n"));
        body.writeBytes(sheet);
        body.writeBytes(text("\r\n"));
        body.writeBytes(field(boundary, "nik", nik.value()));
        body.writeBytes(field(boundary, "passphrase", String.valueOf(passphrase)));
        body.writeBytes(field(boundary, "tampilan", "invisible"));
        body.writeBytes(text("--" + boundary + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] field(String boundary, String name, String value) {
        return text("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
