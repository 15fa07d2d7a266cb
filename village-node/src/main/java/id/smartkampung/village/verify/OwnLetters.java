package id.smartkampung.village.verify;

import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.village.letter.number.Letter;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.NodeKeys;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.verify.LetterBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The letters of this village, for whoever holds one. */
@ApplicationScoped
class OwnLetters implements LetterBook {

    private final VillageProfile village;
    private final NodeKeys keys;
    private final Texts texts;

    OwnLetters(VillageProfile village, NodeKeys keys, Texts texts) {
        this.village = village;
        this.keys = keys;
        this.texts = texts;
    }

    @Override
    public Optional<Known> find(LetterCode code, NodeId node) {
        return Letter.findByCode(code).map(letter -> new Known(letter.toEvent(), name()));
    }

    /** One that was lost with a backup is vouched for by its seal alone. */
    @Override
    public Optional<Sender> sealedBy(LetterSeal seal, String signature) {
        boolean ours =
                seal.node().equals(village.node()) && seal.signed(keys.current().verifyKey(), signature);
        return ours ? Optional.of(new Sender(name(), null)) : Optional.empty();
    }

    private String name() {
        return texts.of(village.kelurahan() ? "verify.kelurahan" : "verify.desa", village.name(), village.kecamatan());
    }
}
