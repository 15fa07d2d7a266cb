package id.smartkampung.village.enrolment;

import id.smartkampung.deploy.servers.Certificates;
import id.smartkampung.model.log.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** How a server of a test shows itself. */
record Tls(Certificate certificate, Certificate signer, PrivateKey key, SSLContext context) {

    private static final char[] PASSWORD = "only-for-tests".toCharArray();

    /** As the hub of the launcher. */
    static Tls ofHub(Certificates certificates) throws IOException, GeneralSecurityException {
        try (InputStream chain = Files.newInputStream(certificates.hub())) {
            Certificate certificate = CertificateFactory.getInstance("X.509").generateCertificate(chain);
            String pem = Files.readString(certificates.hubKey()).replaceAll("-----[A-Z ]+-----|\\s", "");
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("hub", key, PASSWORD, new Certificate[] {certificate});
            return of(store, "hub");
        }
    }

    /** With a certificate of tomorrow: so every certificate looks to a machine whose clock has stopped. */
    static Tls ofTomorrow() throws IOException, GeneralSecurityException, InterruptedException {
        return made("+1d");
    }

    /** Under an authority of its own, as after a change of certificates. */
    static Tls ofNext() throws IOException, GeneralSecurityException, InterruptedException {
        return made("-1d");
    }

    private static Tls made(String start) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = Files.createTempDirectory(Path.of("target"), "tls").resolve("server.p12");
        keytool(file, "authority", "-dname", "CN=authority", "-ext", "bc:critical=ca:true");
        keytool(
                file,
                "server",
                "-signer",
                "authority",
                "-startdate",
                start,
                "-dname",
                "CN=localhost",
                "-ext",
                "san=ip:127.0.0.1,dns:localhost");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD);
        }
        // Else the server might show itself with it.
        store.deleteEntry("authority");
        return of(store, "server");
    }

    private static void keytool(Path file, String alias, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-validity",
                "10",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD)));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        if (keytool.waitFor() != 0) {
            throw new IOException(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The certificate under which that of the server stands. */
    String authority() throws CertificateEncodingException {
        return pem("CERTIFICATE", signer.getEncoded());
    }

    /** Key and certificates as a broker reads them. */
    String keyAndChain() throws CertificateEncodingException {
        return pem("PRIVATE KEY", key.getEncoded()) + pem("CERTIFICATE", certificate.getEncoded()) + authority();
    }

    Hash fingerprint() throws CertificateEncodingException {
        return Hash.sha256(certificate.getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }

    private static Tls of(KeyStore store, String alias) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), null, null);
        Certificate[] chain = store.getCertificateChain(alias);
        return new Tls(chain[0], chain[chain.length - 1], (PrivateKey) store.getKey(alias, PASSWORD), context);
    }
}
