package id.smartkampung.deploy.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps cookies, fills in forms and sends them with their token. */
public class TestBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");
    private static final Pattern FIELD = Pattern.compile("<input[^>]* name=\"([^\"]+)\"[^>]* value=\"([^\"]*)\"");

    private static final String BOUNDARY = "uji-a8f3c0d1e2b4";
    private static final RestAssuredConfig AS_WRITTEN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false));

    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    /** Sends what is typed at the door, and opens a page behind it for the token of the next form. */
    public final Response login(String username, String password) {
        get("/masuk");
        Response answer = post("/masuk", "nama", username, "sandi", password);
        get("/akun");
        return answer;
    }

    /** Asks for an address as it is written. */
    public final Response get(String path) {
        return kept(asks().urlEncodingEnabled(false).get(path));
    }

    /** Asks as a page does that fetches its own news, without anybody at the keyboard. */
    public final Response getByItself(String path) {
        return kept(asks().header("HX-Request", "true")
                .header("X-Kampung-Sendiri", "1")
                .get(path));
    }

    /** Sends a form: names and values in turn. */
    public final Response post(String path, String... form) {
        RequestSpecification request = asks().formParam("csrf-token", token);
        for (int i = 0; i < form.length; i += 2) {
            request.formParam(form[i], form[i + 1]);
        }
        return kept(request.post(path));
    }

    public final Response postByHtmx(String path) {
        return kept(asks().header("HX-Request", "true")
                .formParam("csrf-token", token)
                .post(path));
    }

    /** Sends a form with a file in it, and names and values in turn; as a whole, so that its length is told. */
    public final Response upload(String path, String field, Path file, String name, String... form) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "csrf-token", "", token.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < form.length; i += 2) {
            part(body, form[i], "", form[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        try {
            String kind = "\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream";
            part(body, field, kind, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return kept(asks().config(AS_WRITTEN)
                .contentType("multipart/form-data; boundary=" + BOUNDARY)
                .body(body.toByteArray())
                .post(path));
    }

    /** The kind of a file closes its name itself. */
    private static void part(ByteArrayOutputStream body, String name, String kind, byte[] value) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                + (kind.isEmpty() ? "\"" : kind) + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(value);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** What the page reads after a form led there. */
    public final String follow(Response answer) {
        return get(answer.header("Location").replaceFirst("^https?://[^/]+", ""))
                .asString();
    }

    /** A request with the cookies of the moment. */
    public final RequestSpecification asks() {
        return given().redirects().follow(false).cookies(cookies);
    }

    /** With the cookies of the moment, as of a second window or of a thief. */
    public final TestBrowser copy() {
        TestBrowser copy = new TestBrowser();
        copy.cookies.putAll(cookies);
        copy.token = token;
        return copy;
    }

    public final Map<String, String> cookies() {
        return Map.copyOf(cookies);
    }

    /** The value of an input of a page; null where there is no such input. */
    public static String valueOf(String page, String field) {
        Matcher matcher = FIELD.matcher(page);
        while (matcher.find()) {
            if (matcher.group(1).equals(field)) {
                return matcher.group(2);
            }
        }
        return null;
    }

    private Response kept(Response response) {
        response.cookies().forEach((name, value) -> {
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        });
        Matcher matcher = TOKEN.matcher(response.asString());
        if (matcher.find()) {
            token = matcher.group(1);
        }
        return response;
    }
}
