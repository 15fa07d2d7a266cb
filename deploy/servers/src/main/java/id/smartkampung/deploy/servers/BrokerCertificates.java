package id.smartkampung.deploy.servers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The certificates of a broker on this machine, made by {@code keytool} of the JDK: an authority of its own, which
 * clients trust, and below it the broker's, which is renewed without anybody having to trust anew.
 */
public final class BrokerCertificates {

    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private static final String AUTHORITY = "authority";

    private static final String BROKER = "broker";

    private final Path folder;
    private final String password;

    BrokerCertificates(Path folder, String password) {
        this.folder = folder.toAbsolutePath();
        this.password = password;
    }

    /** The authority's certificate as PEM: what clients need. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /** The broker's key and certificate as PEM, for its owner only. */
    Path broker() {
        return folder.resolve("broker.pem");
    }

    boolean exist() {
        return Files.exists(store()) && Files.exists(authority()) && Files.exists(broker());
    }

    /** Makes what is missing and what soon expires. */
    void ensure() {
        try {
            Files.createDirectories(folder);
            if (!exist()) {
                Files.deleteIfExists(store());
                keytool(
                        AUTHORITY,
                        "3650",
                        "-dname",
                        "CN=Smart Kampung broker authority",
                        "-ext",
                        "bc:critical=ca:true",
                        "-ext",
                        "ku:critical=keyCertSign");
                issue();
            } else if (expiresSoon()) {
                renew();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ServerException("the broker has no certificates in " + folder, e);
        }
    }

    private void renew() throws IOException, GeneralSecurityException {
        KeyStore store = open();
        store.deleteEntry(BROKER);
        try (OutputStream out = Files.newOutputStream(store())) {
            store.store(out, password.toCharArray());
        }
        issue();
    }

    private void issue() throws IOException, GeneralSecurityException {
        keytool(
                BROKER,
                "800",
                "-signer",
                AUTHORITY,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost",
                "-ext",
                "eku=serverAuth,clientAuth");
        KeyStore store = open();
        PrivateKey key = (PrivateKey) store.getKey(BROKER, password.toCharArray());
        StringBuilder broker = new StringBuilder(pem("PRIVATE KEY", key.getEncoded()));
        for (Certificate certificate : store.getCertificateChain(BROKER)) {
            broker.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        OwnFiles.write(broker(), broker.toString());
        OwnFiles.write(
                authority(), pem("CERTIFICATE", store.getCertificate(AUTHORITY).getEncoded()));
    }

    private boolean expiresSoon() throws IOException, GeneralSecurityException {
        X509Certificate certificate = (X509Certificate) open().getCertificate(BROKER);
        return certificate == null
                || certificate.getNotAfter().toInstant().isBefore(Instant.now().plus(RENEW_BEFORE));
    }

    private KeyStore open() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(store())), password.toCharArray());
        return store;
    }

    private void keytool(String alias, String days, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JavaCommand.keytool(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                days,
                "-storetype",
                "PKCS12",
                "-keystore",
                store().toString(),
                "-storepass:env",
                "STORE_PASSWORD"));
        command.addAll(List.of(more));
        Path said = folder.resolve("keytool.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("STORE_PASSWORD", password);
        try {
            if (builder.start().waitFor() != 0) {
                throw new ServerException("keytool made no certificate, see " + said);
            }
            OwnFiles.restrict(store());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted while keytool made a certificate", e);
        }
    }

    private Path store() {
        return folder.resolve("authority.p12");
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }
}
