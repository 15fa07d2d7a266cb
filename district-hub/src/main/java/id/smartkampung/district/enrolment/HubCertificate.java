package id.smartkampung.district.enrolment;

import id.smartkampung.model.log.Hash;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/** The certificates that villages need to know: by which they find this hub, and by which its brokers. */
@ApplicationScoped
class HubCertificate {

    private final EnrolmentConfig config;

    HubCertificate(EnrolmentConfig config) {
        this.config = config;
    }

    /** The SHA-256 of the certificate of this hub, read at each need since it is renewed beside us. */
    Optional<Hash> fingerprint() {
        return config.certificate().map(file -> {
            try {
                return Hash.sha256(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)))
                        .getEncoded());
            } catch (IOException | CertificateException e) {
                throw new IllegalStateException("the certificate of this hub cannot be read: " + file, e);
            }
        });
    }

    String brokerAuthority() {
        return config.brokerAuthority()
                .map(file -> {
                    try {
                        return Files.readString(file, StandardCharsets.US_ASCII);
                    } catch (IOException e) {
                        throw new IllegalStateException("the authority of the brokers cannot be read: " + file, e);
                    }
                })
                .orElseThrow(() -> new IllegalStateException(
                        "district.enrolment.broker-authority is not set: a village would not know the broker"));
    }
}
