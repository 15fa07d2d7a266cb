package id.smartkampung.district.enrolment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.district.outbox.BrokerRefusedException;
import id.smartkampung.district.web.AttemptBrake;
import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.VerifyKey;
import io.quarkus.logging.Log;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where the servers of villages ask to join.
 *
 * <p>A route of its own beside pages and resources: it is for nobody with a browser, so that neither session nor form
 * token belong to it. Whatever is wrong, the answer is the same.
 */
@ApplicationScoped
class EnrolmentRoute {

    private static final long LONGEST_BODY = 4 * 1024;
    private static final int REFUSED = 403;
    private static final int TOO_MANY = 429;
    private static final int LATER = 503;

    private final EnrolmentService enrolment;
    private final AttemptBrake brake;
    private final ObjectMapper json;

    EnrolmentRoute(EnrolmentService enrolment, AttemptBrake brake, ObjectMapper json) {
        this.enrolment = enrolment;
        this.brake = brake;
        this.json = json;
    }

    void open(@Observes Router router) {
        router.post(EnrolmentRequest.PATH)
                .handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY))
                .blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext exchange) {
        String address = exchange.request().remoteAddress().hostAddress();
        if (!brake.admits(address)) {
            end(exchange, TOO_MANY, "too-many");
            return;
        }
        try {
            byte[] body = exchange.body().buffer() == null
                    ? new byte[0]
                    : exchange.body().buffer().getBytes();
            EnrolmentAnswer answer = answer(body, exchange.request().getHeader(EnrolmentRequest.SIGNATURE));
            brake.release(address);
            exchange.response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-store")
                    .end(json.writeValueAsString(answer));
        } catch (BrokerRefusedException | JsonProcessingException e) {
            Log.warnf("a village cannot join now: %s", e.getMessage());
            end(exchange, LATER, "later");
        } catch (EnrolmentRefusedException e) {
            Log.warnf("somebody may not join: %s", e.getMessage());
            end(exchange, REFUSED, "refused");
        } catch (RuntimeException e) {
            Log.error("an enrolment failed", e);
            end(exchange, LATER, "later");
        }
    }

    private EnrolmentAnswer answer(byte[] body, String signature) {
        try {
            EnrolmentRequest request = json.readValue(body, EnrolmentRequest.class);
            NodeId node = new NodeId(request.node());
            VerifyKey key = VerifyKey.ofBase64(request.key());
            if (signature == null || !key.signed(EnrolmentRequest.KIND, body, signature)) {
                throw new EnrolmentRefusedException("the request is not signed with its key");
            }
            return request.secret() == null
                    ? enrolment.renew(node, Instant.parse(request.renews()), key)
                    : enrolment.enrol(node, Base64.getDecoder().decode(request.secret()), key);
        } catch (IOException | IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new EnrolmentRefusedException("the request is none");
        }
    }

    private static void end(RoutingContext exchange, int status, String code) {
        exchange.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end("{\"code\":\"" + code + "\"}");
    }
}
