package id.smartkampung.model.letter;

import id.smartkampung.model.log.NodeId;
import id.smartkampung.model.log.NodeKey;
import id.smartkampung.model.log.VerifyKey;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;

/**
 * What a village vouches for on the paper itself, so that a letter is known as genuine before the district has heard of
 * it.
 */
public record LetterSeal(NodeId node, LetterCode code, String number, LocalDate issuedOn) {

    private static final String KIND = "letter-seal";

    /** Signed by the village, in the letters that an address may hold. */
    public String sign(NodeKey key) {
        byte[] signature = Base64.getDecoder().decode(key.sign(KIND, body()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    public boolean signed(VerifyKey key, String signature) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(signature);
            return key.signed(KIND, body(), Base64.getEncoder().encodeToString(bytes));
        } catch (IllegalArgumentException e) {
            // what somebody typed or scanned need not be base64
            return false;
        }
    }

    /** One line each; none of them has a line break in it. */
    private byte[] body() {
        return String.join("\n", node.value(), code.value(), number, issuedOn.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
