package id.smartkampung.web.layout;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The stylesheet and the script of all pages, known by what is in them. */
@ApplicationScoped
class Assets {

    private static final String[] FILES = {"kampung.css", "kampung.js"};

    private final String version;

    Assets() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : FILES) {
                String path = "META-INF/resources/_kampung/" + file;
                try (InputStream content =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
                    digest.update(content.readAllBytes());
                }
            }
            version = HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read the stylesheet", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    String version() {
        return version;
    }
}
