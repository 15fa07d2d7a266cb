package id.smartkampung.village.enrolment;

import id.smartkampung.model.event.DistrictEvent.CertificatesTold;
import id.smartkampung.model.log.Hash;
import id.smartkampung.village.trust.BrokerCredentials;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/**
 * Keeps what the district says about its next certificates, so that it is known on the day they are used. It comes over
 * the signed log of commands: whoever runs the line or the broker cannot say it.
 */
@ApplicationScoped
public class ToldCertificates {

    private final JoinedHub hub;
    private final BrokerCredentials credentials;

    ToldCertificates(JoinedHub hub, BrokerCredentials credentials) {
        this.hub = hub;
        this.credentials = credentials;
    }

    /** From now on these are believed and no others. What is none is not taken: it would shut this server out. */
    public void told(CertificatesTold told) {
        if (!areHashes(told.hub()) || !(told.brokers().isEmpty() || areCertificates(told.brokers()))) {
            Log.errorf("the certificates of command %s are none; those of before are believed", told.commandId());
            return;
        }
        hub.place()
                .filter(place -> place.certificate() != null && !told.hub().isEmpty())
                .ifPresent(place -> hub.remember(place.knownBy(told.hub())));
        credentials
                .current()
                .filter(credential ->
                        !told.brokers().isEmpty() && !told.brokers().equals(credential.authority()))
                .ifPresent(credential -> credentials.keep(credential.under(told.brokers())));
        Log.infof(
                "the district is known by %d certificates of its hub",
                told.hub().size());
    }

    private static boolean areHashes(List<String> texts) {
        try {
            texts.forEach(Hash::ofHex);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean areCertificates(String pem) {
        try {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .isEmpty();
        } catch (CertificateException e) {
            return false;
        }
    }
}
