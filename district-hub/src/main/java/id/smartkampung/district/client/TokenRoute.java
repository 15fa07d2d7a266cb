package id.smartkampung.district.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.web.AttemptBrake;
import io.quarkus.logging.Log;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where clients get their tokens ({@code POST /oauth/token}, RFC 6749, 4.4).
 *
 * <p>A route of its own beside pages and resources: neither session nor form token belong to it, and its errors have the
 * form of OAuth and not that of the interface.
 */
@ApplicationScoped
class TokenRoute {

    private static final String PATH = "/oauth/token";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final long LONGEST_BODY = 16 * 1024;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    private final TokenService tokens;
    private final AttemptBrake brake;
    private final ClientConfig config;
    private final ObjectMapper json;

    TokenRoute(TokenService tokens, AttemptBrake brake, ClientConfig config, ObjectMapper json) {
        this.tokens = tokens;
        this.brake = brake;
        this.config = config;
        this.json = json;
    }

    void open(@Observes Router router) {
        router.post(PATH)
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext exchange) {
        String address = exchange.request().remoteAddress().hostAddress();
        try {
            TokenWish wish = TokenWish.read(exchange.request().getHeader("Authorization"), form(exchange));
            String guesser = address + " " + wish.claimedId();
            if (!brake.admits(guesser)) {
                exchange.response().putHeader("Retry-After", String.valueOf(AttemptBrake.WHILE.toSeconds()));
                end(exchange, TOO_MANY, error("temporarily_unavailable", "too many attempts"));
                return;
            }
            TokenService.Grant grant = tokens.grant(wish, audiences(exchange));
            brake.release(guesser);
            end(
                    exchange,
                    OK,
                    Map.of(
                            "access_token", grant.token(),
                            "token_type", "Bearer",
                            "expires_in", grant.validity().toSeconds(),
                            "scope", String.join(" ", grant.scopes())));
        } catch (OAuthException e) {
            Log.warnf("a client gets no token: %s", e.error());
            if (e.isAboutTheClient()) {
                exchange.response().putHeader("WWW-Authenticate", "Basic realm=\"smart-kampung\"");
            }
            end(exchange, e.status(), error(e.error(), e.getMessage()));
        } catch (RuntimeException e) {
            Log.error("a token could not be given", e);
            end(exchange, BROKEN, error("server_error", "try again later"));
        }
    }

    private static List<Map.Entry<String, String>> form(RoutingContext exchange) {
        String type = exchange.request().getHeader("Content-Type");
        if (type == null || !type.startsWith(FORM)) {
            throw OAuthException.invalidRequest("the body must be " + FORM);
        }
        return exchange.request().formAttributes().entries();
    }

    /** The token endpoint and its hub, as RFC 7523, 3 lets both be named. */
    private String[] audiences(RoutingContext exchange) {
        URI hub = config.address().orElseGet(() -> URI.create(exchange.request().absoluteURI()));
        return new String[] {
            hub.resolve(PATH).toString(),
            hub.resolve("/").toString(),
            hub.resolve("/").toString().replaceFirst("/$", "")
        };
    }

    private static Map<String, Object> error(String code, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("error", code);
        error.put("error_description", description);
        return error;
    }

    private void end(RoutingContext exchange, int status, Map<String, Object> body) {
        try {
            exchange.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Pragma", "no-cache")
                    .end(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of words cannot be written", e);
        }
    }
}
