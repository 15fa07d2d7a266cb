package id.smartkampung.model.event;

import java.util.UUID;

/** What an event is about: a kind of thing and its id, as in the CloudEvents attribute {@code subject}. */
public record Subject(String kind, UUID id) {

    public static final String RESIDENT = "resident";
    public static final String FAMILY = "family";
    public static final String REQUEST = "request";
    public static final String MUTATION = "mutation";
    public static final String LETTER = "letter";
    public static final String CHECKPOINT = "checkpoint";
    public static final String LISTING = "listing";
    public static final String SNAPSHOT = "snapshot";
    public static final String KEY = "key";
    public static final String SIGNER = "signer";
    public static final String ANSWER = "answer";
    public static final String FILE = "file";
    public static final String HANDOVER = "handover";
    public static final String COMMAND = "command";

    /** Reads {@code resident/01890a5d-…}; anything else is an {@link IllegalArgumentException}. */
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("a subject looks like resident/<id>, not \"" + text + "\"");
        }
        return new Subject(text.substring(0, slash), UUID.fromString(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
