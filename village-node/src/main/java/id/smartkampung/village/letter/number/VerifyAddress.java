package id.smartkampung.village.letter.number;

import id.smartkampung.model.letter.LetterSeal;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.trust.NodeKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where a letter is verified; the address carries what this village vouches for, should the district not know it yet. */
@ApplicationScoped
class VerifyAddress {

    private final LetterConfig config;
    private final VillageProfile village;
    private final NodeKeys keys;

    VerifyAddress(LetterConfig config, VillageProfile village, NodeKeys keys) {
        this.config = config;
        this.village = village;
        this.keys = keys;
    }

    /** Without a slash at its end. */
    Optional<String> base() {
        return config.verifyAddress().map(address -> address.replaceAll("/+$", ""));
    }

    Optional<String> of(Letter letter) {
        return base().map(base -> base + "/v/" + letter.code + sealed(letter));
    }

    private String sealed(Letter letter) {
        LetterSeal seal = new LetterSeal(village.node(), letter.code, letter.number, letter.issuedOn);
        return "?d=" + encoded(village.node().value())
                + "&n=" + encoded(letter.number)
                + "&t=" + letter.issuedOn
                + "&s=" + seal.sign(keys.current());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
