package id.smartkampung.village.enrolment;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.enrolment.EnrolmentAnswer;
import id.smartkampung.model.enrolment.EnrolmentRequest;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.village.enrolment.JoinFailure.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;

/** Asks the hub of the district, and nobody who only says to be it. */
@ApplicationScoped
class HubClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int REFUSED = 403;
    private static final int TOO_MANY = 429;

    private final ObjectMapper json;

    HubClient(ObjectMapper json) {
        this.json = json;
    }

    /** Sends the request, signed with the key of this server; over TLS only to who has the pinned certificate. */
    EnrolmentAnswer ask(URI hub, PinnedTrust trust, EnrolmentRequest request, NodeKey key) throws JoinFailure {
        try {
            byte[] body = json.writeValueAsBytes(request);
            HttpRequest post = HttpRequest.newBuilder(hub.resolve(EnrolmentRequest.PATH))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header(EnrolmentRequest.SIGNATURE, key.sign(EnrolmentRequest.KIND, body))
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<byte[]> answer = trust.client().send(post, BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case OK -> json.readValue(answer.body(), EnrolmentAnswer.class);
                case REFUSED -> throw new JoinFailure(Reason.REFUSED);
                case TOO_MANY -> throw new JoinFailure(Reason.TOO_MANY);
                default -> throw new JoinFailure(Reason.LATER);
            };
        } catch (IOException e) {
            throw new JoinFailure(reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JoinFailure(Reason.SILENCE, e);
        }
    }

    private static Reason reason(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof PinnedTrust.OtherCertificateException) {
                return Reason.OTHER_HUB;
            }
            if (cause instanceof CertificateNotYetValidException || cause instanceof CertificateExpiredException) {
                return Reason.CLOCK;
            }
        }
        return Reason.SILENCE;
    }
}
