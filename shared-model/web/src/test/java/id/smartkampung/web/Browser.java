package id.smartkampung.web;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps cookies and sends forms with their token, as a browser does. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new HashMap<>();
    private String token = "";

    public Response get(String path) {
        return kept(request().get(path));
    }

    public Response post(String path, String... form) {
        RequestSpecification request = request().formParam("csrf-token", token);
        for (int i = 0; i < form.length; i += 2) {
            request.formParam(form[i], form[i + 1]);
        }
        return kept(request.post(path));
    }

    public Response postByHtmx(String path) {
        return kept(request()
                .header("HX-Request", "true")
                .formParam("csrf-token", token)
                .post(path));
    }

    public Response login(String username, String password) {
        get("/masuk");
        Response answer = post("/masuk", "nama", username, "sandi", password);
        get("/akun");
        return answer;
    }

    /** With the cookies of the moment, as of a second window or of a thief. */
    public Browser copy() {
        Browser copy = new Browser();
        copy.cookies.putAll(cookies);
        copy.token = token;
        return copy;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies);
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
