package id.smartkampung.village.letter.signing;

import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** What was chosen in the queue, and what opens the key. */
public class SigningForm {

    private static final int PARTS = 2;

    /** Id and version of each chosen request, with a colon between. */
    @RestForm
    public List<String> pilih;

    @RestForm
    public String sandi;

    /** Those of the lines that were chosen, with the version that was seen; what is no longer in the queue is left out. */
    List<SigningRuns.Chosen> chosen(List<SigningQueries.Line> lines) {
        List<SigningRuns.Chosen> chosen = new ArrayList<>();
        for (String one : pilih == null ? List.<String>of() : pilih) {
            String[] parts = one.split(":", PARTS);
            if (parts.length == PARTS && parts[1].matches("\\d{1,9}")) {
                lines.stream()
                        .filter(line -> line.id().toString().equals(parts[0]))
                        .forEach(line -> chosen.add(of(line, Integer.parseInt(parts[1]))));
            }
        }
        return chosen;
    }

    private static SigningRuns.Chosen of(SigningQueries.Line line, int seen) {
        return new SigningRuns.Chosen(line.id(), seen, line.name(), line.applicant());
    }
}
