package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import id.smartkampung.village.letter.number.Letter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that knows nothing of this one says of a signed letter, when it believes the authority. */
class IndependentlyValidatedTest {

    private static final char[] PASSPHRASE = "sandi yang panjang".toCharArray();

    @TempDir
    Path folder;

    private Certified authority;
    private byte[] signed;

    @BeforeEach
    void sign() throws Exception {
        UUID signatory = UUID.randomUUID();
        SignerKeys keys = new SignerKeys(new Settings(folder, Optional.empty()), Clock.systemUTC());
        authority = new Certified();
        keys.certified(
                authority.chain(keys.make(signatory, new X500Principal("CN=Kepala Uji,O=Desa Uji,C=ID"), PASSPHRASE)));
        Letter letter = new Letter();
        letter.signatoryId = signatory;
        letter.signerName = "Kepala Uji";
        signed = keys.opened(PASSPHRASE).sign(letter, sheet());
    }

    @Test
    void aSignedLetterPassesInTotal() throws Exception {
        SimpleReport report = report(authority, authority.revokingNobody());

        assertThat(report.getSignatureIdList()).hasSize(1);
        String signature = report.getFirstSignatureId();
        assertThat(report.getSignatureFormat(signature)).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        assertThat(report.getIndication(signature))
                .as("%s", report.getAdESValidationErrors(signature))
                .isEqualTo(Indication.TOTAL_PASSED);
        assertThat(report.getSignedBy(signature)).isEqualTo("Kepala Uji");
    }

    @Test
    void aFlippedByteFailsInTotal() throws Exception {
        // in the comment of the first line, which no reader reads
        signed[12] ^= 1;

        SimpleReport report = report(authority, authority.revokingNobody());

        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.TOTAL_FAILED);
    }

    @Test
    void aSignerWhoWasRevokedDoesNotPass() throws Exception {
        SimpleReport report = report(authority, authority.revoking());

        assertThat(report.getIndication(report.getFirstSignatureId())).isNotEqualTo(Indication.TOTAL_PASSED);
    }

    @Test
    void whoBelievesAnotherAuthorityIsToldNothing() throws Exception {
        Certified other = new Certified();

        SimpleReport report = report(other, other.revokingNobody());

        assertThat(report.getIndication(report.getFirstSignatureId())).isEqualTo(Indication.INDETERMINATE);
    }

    private SimpleReport report(Certified believed, String revoked) throws IOException {
        CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
        CertificateToken certificate = DSSUtils.loadCertificate(believed.certificate());
        trusted.addCertificate(certificate);
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(
                new ExternalResourcesCRLSource(new ByteArrayInputStream(revoked.getBytes(StandardCharsets.US_ASCII))));
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(signed));
        validator.setCertificateVerifier(verifier);
        return validator.validateDocument().getSimpleReport();
    }

    private static byte[] sheet() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        }
    }
}
