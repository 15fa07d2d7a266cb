package id.smartkampung.web.verify;

import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.model.log.NodeId;
import java.time.Instant;
import java.util.Optional;

/** The letters that a program can answer for; each program has one bean of it. */
public interface LetterBook {

    /**
     * The letter of a code.
     *
     * @param node the village that the paper names, which counts where two claim one code; null where it names none
     */
    Optional<Known> find(LetterCode code, NodeId node);

    /** The village that sealed a paper; nothing where the seal is not that of a village this program knows. */
    Optional<Sender> sealedBy(LetterSeal seal, String signature);

    /** A letter with the name of its village. */
    record Known(LetterRecorded letter, String village) {}

    /**
     * A village that vouches for a paper.
     *
     * @param heardAt when it was last heard of; null for this village itself
     */
    record Sender(String village, Instant heardAt) {}
}
