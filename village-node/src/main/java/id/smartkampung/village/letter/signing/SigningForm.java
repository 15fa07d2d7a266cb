package id.smartkampung.village.letter.signing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;

/** What was chosen in the queue, and what opens the key. */
public class SigningForm {

    private static final Pattern CHOSEN =
            Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}):(\\d{1,9})");
    private static final int MOST = 200;

    /** Id and version of each chosen request, with a colon between. */
    @RestForm
    public List<String> pilih;

    @RestForm
    public String sandi;

    /** The requests that were chosen, each with the version that was seen. */
    Map<UUID, Integer> chosen() {
        Map<UUID, Integer> chosen = new LinkedHashMap<>();
        for (String one : pilih == null ? List.<String>of() : pilih) {
            Matcher parts = CHOSEN.matcher(one);
            if (parts.matches() && chosen.size() < MOST) {
                chosen.put(UUID.fromString(parts.group(1)), Integer.valueOf(parts.group(2)));
            }
        }
        return chosen;
    }
}
