package id.smartkampung.district.enrolment;

import id.smartkampung.model.log.Hash;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The certificates that villages need to know: by which they find this hub, and by which its brokers. */
@ApplicationScoped
class HubCertificate {

    private final EnrolmentConfig config;

    HubCertificate(EnrolmentConfig config) {
        this.config = config;
    }

    /** The SHA-256 of the certificate of this hub, read at each need since it is renewed beside us. */
    Optional<Hash> fingerprint() {
        return config.certificate().map(HubCertificate::hash);
    }

    /** Whether another certificate, of the hub or of the brokers, is going to take the place of that of today. */
    boolean changes() {
        return config.nextCertificate().isPresent()
                || config.nextBrokerAuthority().isPresent();
    }

    /** The SHA-256 of each certificate under which this hub may show itself: today, and after a change. */
    List<Hash> fingerprints() {
        return Stream.of(config.certificate(), config.nextCertificate())
                .flatMap(Optional::stream)
                .map(HubCertificate::hash)
                .distinct()
                .toList();
    }

    private static Hash hash(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return Hash.sha256(CertificateFactory.getInstance("X.509")
                    .generateCertificate(pem)
                    .getEncoded());
        } catch (IOException | CertificateException e) {
            throw new IllegalStateException("the certificate of this hub cannot be read: " + file, e);
        }
    }

    private static String authority(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII).strip() + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("the authority of the brokers cannot be read: " + file, e);
        }
    }

    /** Those of today, and behind them the next ones. */
    String brokerAuthority() {
        return config.brokerAuthority()
                .map(today -> authority(today)
                        + config.nextBrokerAuthority()
                                .map(HubCertificate::authority)
                                .orElse(""))
                .orElseThrow(() -> new IllegalStateException(
                        "district.enrolment.broker-authority is not set: a village would not know the broker"));
    }
}
