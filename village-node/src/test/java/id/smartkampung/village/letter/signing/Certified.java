package id.smartkampung.village.letter.signing;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;

/** A certificate authority of a test district. */
final class Certified {

    private static final X500Name ISSUER = new X500Name("CN=CA Uji Kabupaten,C=ID");

    private final KeyPair keys;
    private final X509CertificateHolder own;

    Certified() throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        keys = generator.generateKeyPair();
        X509v3CertificateBuilder builder = builder(
                ISSUER, SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()), BigInteger.ONE);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils()
                                .createSubjectKeyIdentifier(SubjectPublicKeyInfo.getInstance(
                                        keys.getPublic().getEncoded())));
        own = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
    }

    /** The chain for a request, both in PEM. */
    String chain(String requested) throws IOException, OperatorCreationException, NoSuchAlgorithmException {
        try (PEMParser parser = new PEMParser(new StringReader(requested));
                StringWriter text = new StringWriter();
                JcaPEMWriter writer = new JcaPEMWriter(text)) {
            PKCS10CertificationRequest request = (PKCS10CertificationRequest) parser.readObject();
            X509v3CertificateBuilder builder =
                    builder(request.getSubject(), request.getSubjectPublicKeyInfo(), BigInteger.TWO);
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(own));
            writer.writeObject(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            writer.writeObject(own);
            writer.flush();
            return text.toString();
        }
    }

    /** What whoever believes this authority holds. */
    byte[] certificate() throws IOException {
        return own.getEncoded();
    }

    /** A list of revoked certificates with that of the last request on it, in PEM. */
    String revoking() throws IOException, OperatorCreationException {
        X509v2CRLBuilder builder = list();
        builder.addCRLEntry(BigInteger.TWO, Date.from(Instant.now()), CRLReason.privilegeWithdrawn);
        return pem(builder);
    }

    /** A list on which nobody stands, in PEM. */
    String revokingNobody() throws IOException, OperatorCreationException {
        return pem(list());
    }

    private static X509v2CRLBuilder list() {
        Instant now = Instant.now();
        X509v2CRLBuilder builder = new X509v2CRLBuilder(ISSUER, Date.from(now));
        builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(1))));
        return builder;
    }

    private String pem(X509v2CRLBuilder builder) throws IOException, OperatorCreationException {
        try (StringWriter text = new StringWriter();
                JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
            writer.flush();
            return text.toString();
        }
    }

    private static X509v3CertificateBuilder builder(X500Name subject, SubjectPublicKeyInfo key, BigInteger serial) {
        Instant now = Instant.now();
        return new X509v3CertificateBuilder(
                ISSUER,
                serial,
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(365))),
                subject,
                key);
    }
}
