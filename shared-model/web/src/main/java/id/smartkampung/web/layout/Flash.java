package id.smartkampung.web.layout;

import id.smartkampung.web.WebConfig;
import id.smartkampung.web.text.Texts;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One sentence carried over a redirect to the next page: {@code flash.say("account.created")}. */
@RequestScoped
public class Flash {

    private static final long SECONDS = 60;

    private final RoutingContext request;
    private final WebConfig config;
    private final Texts texts;

    Flash(RoutingContext request, WebConfig config, Texts texts) {
        this.request = request;
        this.config = config;
        this.texts = texts;
    }

    /** The text of this key, see {@link Texts}; name no person in it. */
    public void say(String key, Object... arguments) {
        String text = URLEncoder.encode(texts.of(key, arguments), StandardCharsets.UTF_8);
        request.response().addCookie(cookie(text).setMaxAge(SECONDS));
    }

    String take() {
        Cookie carried = request.request().getCookie(name());
        if (carried == null || carried.getValue().isEmpty()) {
            return null;
        }
        request.response().addCookie(cookie("").setMaxAge(0));
        return decoded(carried.getValue());
    }

    private Cookie cookie(String value) {
        return Cookie.cookie(name(), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure(request.request().isSSL());
    }

    private String name() {
        return config.cookieName() + "-pesan";
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a cookie that somebody wrote by hand says nothing
            return null;
        }
    }
}
