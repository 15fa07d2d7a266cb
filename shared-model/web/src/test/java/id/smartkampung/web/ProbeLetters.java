package id.smartkampung.web;

import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.verify.LetterBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A program that knows no letter. */
@ApplicationScoped
class ProbeLetters implements LetterBook {

    @Override
    public Optional<Known> find(LetterCode code, NodeId node) {
        return Optional.empty();
    }

    @Override
    public Optional<Sender> sealedBy(LetterSeal seal, String signature) {
        return Optional.empty();
    }
}
