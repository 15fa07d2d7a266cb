package id.smartkampung.village.paper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

/** How a sheet is kept, so that it is printed years later as it was written; its head is kept apart. */
public final class PaperJson {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private PaperJson() {}

    /** The sheet without its head. */
    public static String write(Paper paper) {
        return written(paper.under(null));
    }

    public static String write(Paper.Head head) {
        return written(head);
    }

    /** A sheet that has no head yet. */
    public static Paper read(String json) {
        return read(json, Paper.class);
    }

    public static Paper.Head readHead(String json) {
        return read(json, Paper.Head.class);
    }

    private static String written(Object what) {
        try {
            return JSON.writeValueAsString(what);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a sheet cannot be written", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored sheet cannot be read", e);
        }
    }
}
