package id.smartkampung.web.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/**
 * Indonesian text that is born in Java, from every {@code messages/texts.properties} on the class path; keys are {@code
 * feature.word}, {@code {0}} takes an argument.
 */
@Named("texts")
@ApplicationScoped
public class Texts {

    private static final String FILE = "messages/texts.properties";

    private final Properties texts = new Properties();

    Texts() {
        try {
            List<URL> files = Collections.list(
                    Thread.currentThread().getContextClassLoader().getResources(FILE));
            for (URL file : files) {
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + FILE, e);
        }
    }

    /** For a command that runs without the server. */
    public static Texts ofCommand() {
        return new Texts();
    }

    /** The text of a key; the key itself where nobody has written one, so that a missing text is seen and not fatal. */
    public String of(String key, Object... arguments) {
        String text = texts.getProperty(key, key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", written(arguments[i]));
        }
        return text;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    private static String written(Object argument) {
        if (argument instanceof Number number) {
            return Formats.asNumber(number);
        }
        return String.valueOf(argument);
    }
}
