package id.smartkampung.village.dossier;

import id.smartkampung.village.letter.number.Letter;
import java.util.List;
import java.util.UUID;

/**
 * All that the village holds of one person, and who saw it (<i>salinan data pribadi</i>, UU 27/2022 art. 7).
 *
 * @param seen the oldest first; it is the last of the sections too
 * @param letters the signed ones, whose files go along
 * @param photos of letters that were handed over
 */
record Dossier(UUID id, String name, List<Section> sections, List<Seen> seen, List<Paper> letters, List<Photo> photos) {

    /** A signed letter and the name of its file in the copy, without its ending. */
    record Paper(String file, Letter letter) {}

    /** The photo of a delivery and the name of its file in the copy. */
    record Photo(String file, UUID delivery) {}
}
