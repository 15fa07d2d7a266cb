package id.smartkampung.deploy.servers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * The certificates of this machine, made by {@code keytool} of the JDK: an authority of its own, which clients trust, and
 * below it those of the broker and of the hub, which are renewed without anybody having to trust anew.
 */
public final class Certificates {

    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private static final String AUTHORITY = "authority";

    private static final String BROKER = "broker";

    private static final String HUB = "hub";

    private final Path folder;
    private final String password;

    Certificates(Path folder, String password) {
        this.folder = folder.toAbsolutePath();
        this.password = password;
    }

    /** The authority's certificate as PEM: what clients need. */
    public Path authority() {
        return folder.resolve("ca.pem");
    }

    /** The broker's key and certificates as PEM, for its owner only. */
    Path broker() {
        return folder.resolve("broker.pem");
    }

    /** The hub's certificates as PEM: by the first of them villages know it. */
    public Path hub() {
        return folder.resolve("hub.pem");
    }

    /** The hub's key as PEM, for its owner only. */
    public Path hubKey() {
        return folder.resolve("hub-key.pem");
    }

    boolean exist() {
        return Stream.of(store(), authority(), broker(), hub(), hubKey()).allMatch(Files::exists);
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
                        "CN=Smart Kampung authority",
                        "-ext",
                        "bc:critical=ca:true",
                        "-ext",
                        "ku:critical=keyCertSign");
                issue();
            } else if (expiresSoon()) {
                issue();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new ServerException("this machine has no certificates in " + folder, e);
        }
    }

    private void issue() throws IOException, GeneralSecurityException {
        forget(BROKER, HUB);
        for (String alias : List.of(BROKER, HUB)) {
            keytool(
                    alias,
                    "800",
                    "-signer",
                    AUTHORITY,
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=ip:127.0.0.1,dns:localhost",
                    "-ext",
                    "eku=serverAuth,clientAuth");
        }
        KeyStore store = open();
        OwnFiles.write(
                authority(), pem("CERTIFICATE", store.getCertificate(AUTHORITY).getEncoded()));
        OwnFiles.write(broker(), key(store, BROKER) + chain(store, BROKER));
        OwnFiles.write(hub(), chain(store, HUB));
        OwnFiles.write(hubKey(), key(store, HUB));
    }

    private void forget(String... aliases) throws IOException, GeneralSecurityException {
        KeyStore store = open();
        for (String alias : aliases) {
            if (store.containsAlias(alias)) {
                store.deleteEntry(alias);
            }
        }
        try (OutputStream out = Files.newOutputStream(store())) {
            store.store(out, password.toCharArray());
        }
    }

    private String key(KeyStore store, String alias) throws GeneralSecurityException {
        return pem("PRIVATE KEY", store.getKey(alias, password.toCharArray()).getEncoded());
    }

    private static String chain(KeyStore store, String alias) throws GeneralSecurityException {
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : store.getCertificateChain(alias)) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return chain.toString();
    }

    private boolean expiresSoon() throws IOException, GeneralSecurityException {
        Instant soon = Instant.now().plus(RENEW_BEFORE);
        KeyStore store = open();
        for (String alias : List.of(BROKER, HUB)) {
            X509Certificate certificate = (X509Certificate) store.getCertificate(alias);
            if (certificate == null || certificate.getNotAfter().toInstant().isBefore(soon)) {
                return true;
            }
        }
        return false;
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
