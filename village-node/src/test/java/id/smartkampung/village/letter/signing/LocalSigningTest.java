package id.smartkampung.village.letter.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.smartkampung.village.letter.number.Letter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import javax.security.auth.x500.X500Principal;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSigningTest {

    private static final char[] PASSPHRASE = "sandi yang panjang".toCharArray();

    @TempDir
    Path folder;

    private final UUID signatory = UUID.randomUUID();
    private SignerKeys keys;
    private Certified authority;

    @BeforeEach
    void makeKey() throws Exception {
        keys = new SignerKeys(new Settings(folder, Optional.empty()), Clock.systemUTC());
        String request = keys.make(signatory, new X500Principal("CN=Kepala Uji,O=Desa Uji,C=ID"), PASSPHRASE);
        assertThat(keys.any()).isFalse();
        authority = new Certified();
        keys.certified(authority.chain(request));
    }

    @Test
    void theSignatureCoversTheWholeFileAndNamesItsCertificate() throws Exception {
        byte[] sheet = sheet();

        byte[] signed = keys.opened(PASSPHRASE).sign(letter(), sheet);

        assertThat(Arrays.copyOf(signed, sheet.length)).isEqualTo(sheet);
        try (PDDocument document = Loader.loadPDF(signed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            int[] range = signature.getByteRange();
            assertThat(range[2] + range[3]).isEqualTo(signed.length);
            SignerInformation signer = signer(signature, signed);
            assertThat(signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2))
                    .isNotNull();
            assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime))
                    .isNull();
            assertThat(verifies(signature, signed)).isTrue();
        }
    }

    @Test
    void aFlippedByteIsFound() throws Exception {
        byte[] signed = keys.opened(PASSPHRASE).sign(letter(), sheet());
        try (PDDocument document = Loader.loadPDF(signed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            signed[100] ^= 1;

            assertThat(verifies(signature, signed)).isFalse();
        }
    }

    @Test
    void aWrongPassphraseOpensNothing() throws IOException {
        byte[] sheet = sheet();
        SigningWay way = keys.opened("salah".toCharArray());

        assertThatThrownBy(() -> way.sign(letter(), sheet)).hasMessageContaining("signer-passphrase-wrong");
    }

    @Test
    void whoHasNoKeySignsByPen() throws IOException {
        byte[] sheet = sheet();
        SigningWay way = keys.opened(PASSPHRASE);
        Letter letter = letter();
        letter.signatoryId = UUID.randomUUID();

        assertThatThrownBy(() -> way.sign(letter, sheet)).hasMessageContaining("signer-without-key");
    }

    @Test
    void whoWasRevokedSignsNoMore() throws Exception {
        byte[] sheet = sheet();
        SigningWay way = keys.opened(PASSPHRASE);
        keys.revoked("bukan daftar");
        assertThat(way.sign(letter(), sheet)).isNotEmpty();

        keys.revoked(authority.revoking());

        assertThatThrownBy(() -> way.sign(letter(), sheet)).hasMessageContaining("signer-revoked");
    }

    @Test
    void aCertificateOfAnotherKeyIsNotTaken() throws Exception {
        SignerKeys others = new SignerKeys(new Settings(folder.resolve("lain"), Optional.empty()), Clock.systemUTC());
        UUID stranger = UUID.randomUUID();
        String request = others.make(stranger, new X500Principal("CN=Orang Lain,C=ID"), PASSPHRASE);
        keys.make(signatory, new X500Principal("CN=Kepala Uji,C=ID"), PASSPHRASE);

        keys.certified(authority.chain(request));

        assertThat(keys.chain(signatory)).isEmpty();
        assertThat(keys.any()).isFalse();
    }

    @Test
    void theKeyOnDiskIsLockedAndItsOwnersOnly() throws IOException {
        Path key = folder.resolve("signer-" + signatory + ".key");

        assertThat(Files.readString(key)).contains("BEGIN ENCRYPTED PRIVATE KEY");
        assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    }

    private static boolean verifies(PDSignature signature, byte[] file) throws Exception {
        try {
            SignerInformation signer = signer(signature, file);
            Collection<X509CertificateHolder> found =
                    cms(signature, file).getCertificates().getMatches(null);
            X509CertificateHolder own = found.stream()
                    .filter(one -> signer.getSID().getSerialNumber().equals(one.getSerialNumber()))
                    .findFirst()
                    .orElseThrow();
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(own));
        } catch (CMSException e) {
            return false;
        }
    }

    private static SignerInformation signer(PDSignature signature, byte[] file) throws Exception {
        return cms(signature, file).getSignerInfos().getSigners().iterator().next();
    }

    private static CMSSignedData cms(PDSignature signature, byte[] file) throws Exception {
        return new CMSSignedData(
                new CMSProcessableByteArray(signature.getSignedContent(file)),
                new ByteArrayInputStream(signature.getContents(file)));
    }

    private Letter letter() {
        Letter letter = new Letter();
        letter.signatoryId = signatory;
        letter.signerName = "Kepala Uji";
        return letter;
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
