package id.smartkampung.village.letter.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs a PDF as PAdES baseline B-B (ETSI EN 319 142-1): added behind the file, which stays as it is. */
final class PadesSignature {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final COSName SUB_FILTER = COSName.getPDFName("ETSI.CAdES.detached");

    /** Two signatures of one key differ in length by a byte or two; a length that came once comes again. */
    private static final int ATTEMPTS = 2000;

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /** The certificate of the key comes first in its chain. */
    PadesSignature(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    byte[] sign(byte[] pdf, String name, Instant at) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                SignatureOptions options = new SignatureOptions();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(SUB_FILTER);
            signature.setName(name);
            GregorianCalendar when = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            when.setTimeInMillis(at.toEpochMilli());
            signature.setSignDate(when);
            // exactly as much as it needs: what is filled up is kilobytes of nothing, and strict readers refuse it
            int length = cms(new byte[0]).length;
            options.setPreferredSignatureSize(length);
            document.addSignature(signature, content -> cms(content.readAllBytes(), length), options);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private byte[] cms(byte[] content, int length) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            byte[] signed = cms(content);
            if (signed.length == length) {
                return signed;
            }
        }
        throw new IOException("no signature of " + length + " bytes was made");
    }

    /** The signature over the bytes around the place where it will stand. */
    private byte[] cms(byte[] content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .setSignedAttributeGenerator(new WithoutTime(certificateUsed()))
                            .build(new JcaContentSignerBuilder(ALGORITHM).build(key), chain.get(0)));
            generator.addCertificates(new JcaCertStore(chain));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded();
        } catch (CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("no signature was made", e);
        }
    }

    /** Binds the certificate to the signature, so that no other one of the same key can be put in its place. */
    private AttributeTable certificateUsed() throws GeneralSecurityException {
        X509Certificate own = chain.get(0);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(own.getEncoded());
        X500Name issuer = X500Name.getInstance(own.getIssuerX500Principal().getEncoded());
        ESSCertIDv2 id = new ESSCertIDv2(
                hash, new IssuerSerial(new GeneralNames(new GeneralName(issuer)), own.getSerialNumber()));
        return new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(new SigningCertificateV2(id))));
    }

    /** The time stands in the PDF; the standard wants it nowhere else. */
    private static final class WithoutTime extends DefaultSignedAttributeTableGenerator {

        WithoutTime(AttributeTable attributes) {
            super(attributes);
        }

        @Override
        @SuppressWarnings("rawtypes") // as the library has it
        public AttributeTable getAttributes(Map parameters) {
            return super.getAttributes(parameters).remove(CMSAttributes.signingTime);
        }
    }
}
