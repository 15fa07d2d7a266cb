package id.smartkampung.web.guide;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The officers' guide as it was packed into the program. */
@ApplicationScoped
class Guide {

    static final String INDEX = "index";

    private static final Pattern TOPIC = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern IMAGE = Pattern.compile("[a-z0-9-]{1,60}\\.(png|jpg|svg)");

    private final GuideText text = new GuideText(name -> image(name).isPresent());
    private final Map<String, Optional<GuideTopic>> topics = new ConcurrentHashMap<>();

    /** Only names of our own form are looked up, so no path leads out of the guide. */
    Optional<GuideTopic> topic(String name) {
        if (!TOPIC.matcher(name).matches()) {
            return Optional.empty();
        }
        return topics.computeIfAbsent(name, this::read);
    }

    Optional<byte[]> image(String name) {
        return IMAGE.matcher(name).matches() ? resource("images/" + name) : Optional.empty();
    }

    private Optional<GuideTopic> read(String name) {
        return resource(name + ".md").map(bytes -> text.render(name, new String(bytes, StandardCharsets.UTF_8)));
    }

    private static Optional<byte[]> resource(String path) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream("guide/" + path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("guide/" + path + " cannot be read", e);
        }
    }
}
