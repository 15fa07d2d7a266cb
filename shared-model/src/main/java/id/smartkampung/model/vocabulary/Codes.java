package id.smartkampung.model.vocabulary;

import java.util.Arrays;

/** The entries of each vocabulary at the places of their codes: an event names a dozen, and villages return with a million. */
final class Codes {

    private static final ClassValue<Coded[]> BY_CODE = new ClassValue<>() {
        @Override
        protected Coded[] computeValue(Class<?> vocabulary) {
            Coded[] entries = (Coded[]) vocabulary.getEnumConstants();
            int last = Arrays.stream(entries).mapToInt(Coded::code).max().orElse(0);
            Coded[] byCode = new Coded[last + 1];
            for (Coded entry : entries) {
                byCode[entry.code()] = entry;
            }
            return byCode;
        }
    };

    private Codes() {}

    static Coded of(Class<? extends Coded> vocabulary, int code) {
        Coded[] byCode = BY_CODE.get(vocabulary);
        if (code < 0 || code >= byCode.length || byCode[code] == null) {
            throw new IllegalArgumentException(vocabulary.getSimpleName() + " has no code " + code);
        }
        return byCode[code];
    }
}
