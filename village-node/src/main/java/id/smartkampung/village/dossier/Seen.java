package id.smartkampung.village.dossier;

import java.time.Instant;
import java.util.List;

/**
 * Somebody looked at a person or did something, as the trail has it.
 *
 * @param fields what was shown or changed, in words
 * @param list whether it was a whole list, in which the person may have stood
 */
public record Seen(
        Instant at, String username, String name, String action, String fields, String reason, boolean list) {

    List<Object> row(String asList, String asPerson) {
        return Section.row(at, username, name, action, fields, reason, list ? asList : asPerson);
    }
}
