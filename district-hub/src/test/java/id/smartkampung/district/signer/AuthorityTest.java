package id.smartkampung.district.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;

class AuthorityTest {

    private static final X500Name SUBJECT = new X500Name("C=ID,O=Desa Uji,CN=Kepala Uji");

    private final Instant now = Instant.now();
    private final Authority authority = Authority.make("Otoritas Uji", now);

    @Test
    void aSignerIsBelievedByWhoBelievesTheAuthority() throws Exception {
        List<X509Certificate> chain = certificates(authority.certify(request(), SUBJECT, 1000, now));

        assertThat(chain).hasSize(2);
        assertThat(chain.get(0).getSerialNumber().longValue()).isEqualTo(1000);
        // non-repudiation, and nothing else
        assertThat(chain.get(0).getKeyUsage()).startsWith(false, true, false);
        assertThat(chain.get(0).getBasicConstraints()).isEqualTo(-1);
        assertThat(chain.get(0).getSubjectX500Principal().getName()).contains("CN=Kepala Uji");
        PKIXParameters trust = new PKIXParameters(Set.of(new TrustAnchor(chain.get(1), null)));
        trust.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, 1)), trust);
    }

    @Test
    void theListNamesWhoWasRevokedAndIsSignedByTheAuthority() throws Exception {
        X509Certificate revoked =
                certificates(authority.certify(request(), SUBJECT, 1000, now)).get(0);
        X509Certificate other =
                certificates(authority.certify(request(), SUBJECT, 1001, now)).get(0);

        X509CRL list = list(authority.revocations(List.of(new Authority.Revoked(1000, now)), 7, now));

        list.verify(certificates(authority.certificate()).get(0).getPublicKey());
        assertThat(list.isRevoked(revoked)).isTrue();
        assertThat(list.isRevoked(other)).isFalse();
        assertThat(list.getNextUpdate().toInstant()).isAfter(now);
    }

    @Test
    void whatWasKeptIsTheSameAuthority() throws Exception {
        Authority read = Authority.read(authority.keep());

        assertThat(read.certificate()).isEqualTo(authority.certificate());
        certificates(read.certify(request(), SUBJECT, 1002, now))
                .get(0)
                .verify(certificates(authority.certificate()).get(0).getPublicKey());
    }

    @Test
    void whatIsNoRequestIsRefused() {
        assertThatThrownBy(() -> authority.certify("bukan permintaan", SUBJECT, 1, now))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A request in PEM, as a village makes it. */
    static String request() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=Siapa"), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        }
        return text.toString();
    }

    private static List<X509Certificate> certificates(String pem) throws Exception {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    private static X509CRL list(String pem) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    }
}
