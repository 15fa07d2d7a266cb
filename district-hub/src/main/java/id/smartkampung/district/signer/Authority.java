package id.smartkampung.district.signer;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CRLHolder;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.util.io.pem.PemGenerationException;

/** Certifies the keys of those who sign letters in the villages of this kabupaten, and revokes them. */
final class Authority {

    static final Duration SIGNER_LASTS = Duration.ofDays(730);
    static final Duration LIST_LASTS = Duration.ofDays(90);

    private static final Duration OWN_LASTS = Duration.ofDays(3650);
    private static final Duration CLOCK_SLACK = Duration.ofHours(1);
    private static final String CURVE = "secp384r1";
    private static final String ALGORITHM = "SHA384withECDSA";
    private static final int SERIAL_BITS = 64;

    private final PrivateKey key;
    private final X509CertificateHolder certificate;

    private Authority(PrivateKey key, X509CertificateHolder certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    /** A certificate that was taken back. */
    record Revoked(long serial, Instant at) {}

    /** A new one with a key of its own. */
    static Authority make(String name, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            X500Name own = new X500Name("CN=" + name + ",O=" + name + ",C=ID");
            SubjectPublicKeyInfo publicKey =
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                            own,
                            new BigInteger(SERIAL_BITS, new SecureRandom()),
                            Date.from(now.minus(CLOCK_SLACK)),
                            Date.from(now.plus(OWN_LASTS)),
                            own,
                            publicKey)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(publicKey));
            return new Authority(pair.getPrivate(), builder.build(signer(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("every JDK makes keys on this curve", e);
        }
    }

    /** What was kept: the key and then its certificate, in PEM. */
    static Authority read(String kept) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(kept))) {
            Object key = parser.readObject();
            Object certificate = parser.readObject();
            if (!(key instanceof PrivateKeyInfo own) || !(certificate instanceof X509CertificateHolder holder)) {
                throw new IOException("the key of the authority is not what was kept");
            }
            return new Authority(new JcaPEMKeyConverter().getPrivateKey(own), holder);
        }
    }

    String keep() {
        try {
            return pem(new PKCS8Generator(PrivateKeyInfo.getInstance(key.getEncoded()), null).generate())
                    + pem(certificate);
        } catch (PemGenerationException e) {
            throw new IllegalStateException("nothing is written but memory", e);
        }
    }

    /** Its own certificate in PEM. */
    String certificate() {
        return pem(certificate);
    }

    /**
     * The certificate of a key, and ours behind it, in PEM.
     *
     * @throws IllegalArgumentException when the request is none, or not signed with its key
     */
    String certify(String requested, X500Name subject, long serial, Instant now) {
        try (PEMParser parser = new PEMParser(new StringReader(requested))) {
            if (!(parser.readObject() instanceof PKCS10CertificationRequest request)
                    || !request.isSignatureValid(new JcaContentVerifierProviderBuilder()
                            .build(new JcaPEMKeyConverter().getPublicKey(request.getSubjectPublicKeyInfo())))) {
                throw new IllegalArgumentException("the request is not signed with its key");
            }
            JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                            certificate.getSubject(),
                            BigInteger.valueOf(serial),
                            Date.from(now.minus(CLOCK_SLACK)),
                            Date.from(now.plus(SIGNER_LASTS)),
                            subject,
                            request.getSubjectPublicKeyInfo())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))
                    .addExtension(Extension.authorityKeyIdentifier, false, ownIdentifier(extensions))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(request.getSubjectPublicKeyInfo()));
            return pem(builder.build(signer(key))) + certificate();
        } catch (IOException | PKCSException e) {
            throw new IllegalArgumentException("the request is none", e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the key of the authority does not sign", e);
        }
    }

    /** The list of what was taken back, in PEM. */
    String revocations(List<Revoked> revoked, long number, Instant now) {
        try {
            X509v2CRLBuilder builder = new X509v2CRLBuilder(certificate.getSubject(), Date.from(now));
            builder.setNextUpdate(Date.from(now.plus(LIST_LASTS)));
            for (Revoked one : revoked) {
                builder.addCRLEntry(
                        BigInteger.valueOf(one.serial()), Date.from(one.at()), CRLReason.privilegeWithdrawn);
            }
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
            builder.addExtension(Extension.authorityKeyIdentifier, false, ownIdentifier(new JcaX509ExtensionUtils()));
            X509CRLHolder list = builder.build(signer(key));
            return pem(list);
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the key of the authority does not sign", e);
        }
    }

    private AuthorityKeyIdentifier ownIdentifier(JcaX509ExtensionUtils extensions) {
        return extensions.createAuthorityKeyIdentifier(certificate);
    }

    private static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(ALGORITHM).build(key);
    }

    private static String pem(Object thing) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written but memory", e);
        }
        return text.toString();
    }
}
