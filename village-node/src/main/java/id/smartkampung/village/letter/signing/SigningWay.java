package id.smartkampung.village.letter.signing;

import id.smartkampung.model.letter.SigningMethod;
import id.smartkampung.village.letter.number.Letter;

/** A way in which a letter becomes a signed file; no transaction is open meanwhile, since a signer may hang. */
interface SigningWay {

    SigningMethod method();

    /** @throws SigningFailedException when it is not signed, and may be tried again with the same number */
    byte[] sign(Letter letter, byte[] sheet);
}
