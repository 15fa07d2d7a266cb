package id.smartkampung.village.letter.signing;

import id.smartkampung.village.letter.number.LetterConfig;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** The keys of those who sign: made here, each under the passphrase of its owner, outside the database, never sent. */
@ApplicationScoped
public class SignerKeys {

    private static final String CURVE = "secp256r1";

    /** As OWASP counts it for PBKDF2 with SHA-256. */
    private static final int ITERATIONS = 600_000;

    private static final String KEY = ".key";
    private static final String CHAIN = ".pem";
    private static final String REQUEST = ".csr";
    private static final String REVOKED = "signers-revoked.crl";
    private static final String X509 = "X.509";
    private static final String PREFIX = "signer-";

    private final Provider provider = new BouncyCastleProvider();
    private final Path folder;
    private final Clock clock;

    SignerKeys(LetterConfig config, Clock clock) {
        this.folder = config.keysFolder().toAbsolutePath();
        this.clock = clock;
    }

    /** Whether anybody here can sign with a key that the district has certified. */
    boolean any() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.startsWith(PREFIX) && name.endsWith(CHAIN));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of keys cannot be read", e);
        }
    }

    /** Makes a key for somebody who signs, in place of an earlier one; the request for its certificate in PEM. */
    String make(UUID signatory, X500Principal subject, char[] passphrase) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            String request = pem(new JcaPKCS10CertificationRequestBuilder(subject, pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
            write(
                    file(signatory, KEY),
                    pem(locked(pair.getPrivate(), passphrase).generate()));
            write(file(signatory, REQUEST), request);
            Files.deleteIfExists(file(signatory, CHAIN));
            return request;
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("every JDK makes keys on this curve", e);
        } catch (IOException e) {
            throw new UncheckedIOException("no key was made for signatory " + signatory, e);
        }
    }

    private PKCS8Generator locked(PrivateKey key, char[] passphrase) throws OperatorCreationException, IOException {
        return new JcaPKCS8Generator(
                key,
                new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
                        .setProvider(provider)
                        .setPRF(PKCS8Generator.PRF_HMACSHA256)
                        .setIterationCount(ITERATIONS)
                        .setPassword(passphrase)
                        .build());
    }

    /** Keeps what the district has certified; a certificate of a key that is not here, or not here any more, changes nothing. */
    public void certified(String chain) {
        try {
            List<X509Certificate> read = certificates(chain.getBytes(StandardCharsets.US_ASCII));
            Optional<UUID> owner = read.isEmpty()
                    ? Optional.empty()
                    : owner(read.get(0).getPublicKey().getEncoded());
            if (owner.isEmpty()) {
                Log.warn("a certificate of the district is for no key of this server");
                return;
            }
            write(file(owner.get(), CHAIN), chain);
        } catch (IOException e) {
            throw new UncheckedIOException("a certificate of the district is not kept", e);
        } catch (GeneralSecurityException e) {
            Log.warnf("what the district sent is no certificate: %s", e.getMessage());
        }
    }

    /** Keeps the list of those who sign no more, in place of the one before. */
    public void revoked(String list) {
        try {
            CertificateFactory.getInstance(X509)
                    .generateCRL(new ByteArrayInputStream(list.getBytes(StandardCharsets.US_ASCII)));
            write(folder.resolve(REVOKED), list);
        } catch (IOException e) {
            throw new UncheckedIOException("the list of revoked signers is not kept", e);
        } catch (GeneralSecurityException e) {
            Log.warnf("what the district sent is no list of revoked signers: %s", e.getMessage());
        }
    }

    /** Whether the district has taken this certificate back. */
    boolean isRevoked(X509Certificate certificate) {
        Path list = folder.resolve(REVOKED);
        if (!Files.exists(list)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(list)) {
            return CertificateFactory.getInstance(X509).generateCRL(in).isRevoked(certificate);
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningFailedException("signer-key-broken", e);
        }
    }

    /** Whether somebody has made a key, certified or not. */
    boolean isMade(UUID signatory) {
        return Files.exists(file(signatory, KEY));
    }

    /** Whose request holds this public key. */
    private Optional<UUID> owner(byte[] publicKey) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(REQUEST)).toList()) {
                try (PEMParser parser = new PEMParser(Files.newBufferedReader(file, StandardCharsets.US_ASCII))) {
                    if (parser.readObject() instanceof PKCS10CertificationRequest request
                            && Arrays.equals(request.getSubjectPublicKeyInfo().getEncoded(), publicKey)) {
                        String name = file.getFileName().toString();
                        return Optional.of(
                                UUID.fromString(name.substring(PREFIX.length(), name.length() - REQUEST.length())));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<X509Certificate> certificates(byte[] pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance(X509).generateCertificates(new ByteArrayInputStream(pem)).stream()
                .map(X509Certificate.class::cast)
                .toList();
    }

    /** The chain of a key, its own certificate first; empty where the district has not certified it. */
    List<X509Certificate> chain(UUID signatory) {
        Path file = file(signatory, CHAIN);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return certificates(Files.readAllBytes(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new SigningFailedException("signer-key-broken", e);
        }
    }

    /** The key of somebody who signs; a wrong passphrase is a refusal. */
    PrivateKey key(UUID signatory, char[] passphrase) {
        try (PEMParser parser =
                new PEMParser(new StringReader(Files.readString(file(signatory, KEY), StandardCharsets.US_ASCII)))) {
            if (!(parser.readObject() instanceof PKCS8EncryptedPrivateKeyInfo kept)) {
                throw new SigningFailedException("signer-key-broken", null);
            }
            PrivateKeyInfo opened = kept.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(provider)
                    .build(passphrase));
            return new JcaPEMKeyConverter().getPrivateKey(opened);
        } catch (PKCSException e) {
            throw new SigningFailedException("signer-passphrase-wrong", e);
        } catch (IOException | OperatorCreationException e) {
            throw new SigningFailedException("signer-key-broken", e);
        }
    }

    /** Signs with the keys that this passphrase opens. */
    SigningWay opened(char[] passphrase) {
        return new LocalSigning(this, passphrase, clock);
    }

    private static String pem(Object thing) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(thing);
        }
        return text.toString();
    }

    /** Readable by its owner only, and whole or not at all. */
    private void write(Path file, String text) throws IOException {
        Files.createDirectories(folder);
        Path part = Files.createTempFile(folder, PREFIX, ".part");
        if (part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(part, text, StandardCharsets.US_ASCII);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(UUID signatory, String ending) {
        return folder.resolve(PREFIX + signatory + ending);
    }
}
