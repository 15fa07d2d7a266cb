package id.smartkampung.web.verify;

import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.model.log.NodeId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;

/** What the code on a paper says besides the code itself; whoever typed the code by hand says nothing of it. */
public class PaperCode {

    /** The village. */
    @RestQuery
    String d;

    /** The number. */
    @RestQuery
    String n;

    /** The day. */
    @RestQuery
    String t;

    /** The seal. */
    @RestQuery
    String s;

    /** What was sealed; nothing where it is not whole. */
    Optional<LetterSeal> seal(LetterCode code) {
        if (d == null || n == null || t == null || s == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LetterSeal(new NodeId(d), code, n, LocalDate.parse(t)));
        } catch (IllegalArgumentException | DateTimeException e) {
            // typed or scanned by a stranger
            return Optional.empty();
        }
    }

    /** The same for an address. */
    String query() {
        return d == null || n == null || t == null || s == null
                ? ""
                : "?d=" + encoded(d) + "&n=" + encoded(n) + "&t=" + encoded(t) + "&s=" + encoded(s);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
