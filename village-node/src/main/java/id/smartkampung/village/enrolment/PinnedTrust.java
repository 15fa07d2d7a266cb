package id.smartkampung.village.enrolment;

import id.smartkampung.model.log.Hash;
import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Believes one certificate, by its SHA-256, whoever signed it and whatever name it bears. */
final class PinnedTrust extends X509ExtendedTrustManager {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Predicate<Hash> pin;
    private volatile Hash seen;

    PinnedTrust(Predicate<Hash> pin) {
        this.pin = pin;
    }

    /** The certificate that was believed, null before. */
    Hash seen() {
        return seen;
    }

    /** Speaks over TLS with who has that certificate, and follows nobody elsewhere. */
    HttpClient client() {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(null, new TrustManager[] {this}, null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .connectTimeout(PATIENCE)
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS 1.3", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        Hash hash = Hash.sha256(chain[0].getEncoded());
        if (!pin.test(hash)) {
            throw new OtherCertificateException();
        }
        chain[0].checkValidity();
        seen = hash;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new OtherCertificateException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new OtherCertificateException();
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new OtherCertificateException();
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /** Not the certificate that was pinned. */
    static final class OtherCertificateException extends CertificateException {

        private static final long serialVersionUID = 1L;

        OtherCertificateException() {
            super("not the certificate of the district that was joined");
        }
    }
}
