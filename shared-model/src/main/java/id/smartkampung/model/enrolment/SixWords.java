package id.smartkampung.model.enrolment;

import id.smartkampung.model.log.Hash;
import id.smartkampung.model.log.VerifyKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The keys of both sides as six words that two people read to each other: 60 bits of a hash over both. */
public final class SixWords {

    private static final int COUNT = 6;
    private static final int BITS_OF_WORD = 10;
    private static final byte[] TAG = "kampung-six-words-v1".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> WORDS = read();

    private SixWords() {}

    public static String of(VerifyKey village, VerifyKey hub) {
        byte[] both = Arrays.copyOf(TAG, TAG.length + 2 * VerifyKey.LENGTH);
        System.arraycopy(village.raw(), 0, both, TAG.length, VerifyKey.LENGTH);
        System.arraycopy(hub.raw(), 0, both, TAG.length + VerifyKey.LENGTH, VerifyKey.LENGTH);
        BigInteger hash = new BigInteger(1, Hash.sha256(both).bytes());
        List<String> words = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            int shift = Hash.LENGTH * 8 - (i + 1) * BITS_OF_WORD;
            words.add(WORDS.get(hash.shiftRight(shift).intValue() & (WORDS.size() - 1)));
        }
        return String.join(" ", words);
    }

    /** All words there are, in the order of their numbers. */
    static List<String> all() {
        return WORDS;
    }

    private static List<String> read() {
        try (InputStream file = SixWords.class.getResourceAsStream("words.txt")) {
            return List.of(new String(file.readAllBytes(), StandardCharsets.US_ASCII).split("\n", -1)).stream()
                    .filter(word -> !word.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the list of words cannot be read", e);
        }
    }
}
