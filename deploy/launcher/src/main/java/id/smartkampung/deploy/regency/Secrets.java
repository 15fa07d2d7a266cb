package id.smartkampung.deploy.regency;

import id.smartkampung.deploy.servers.OwnFiles;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Passwords of a data folder: made once at random, kept in a file that only its owner may read. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path file;
    private final TreeMap<String, String> known = new TreeMap<>();
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Properties properties = new Properties();
                properties.load(new StringReader(Files.readString(file)));
                properties.stringPropertyNames().forEach(name -> known.put(name, properties.getProperty(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets cannot be read: " + file, e);
        }
    }

    public synchronized String of(String name) {
        String secret = known.get(name);
        if (secret == null) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            secret = HexFormat.of().formatHex(bytes);
            known.put(name, secret);
            save();
        }
        return secret;
    }

    private void save() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            OwnFiles.write(
                    file,
                    known.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets cannot be kept: " + file, e);
        }
    }
}
