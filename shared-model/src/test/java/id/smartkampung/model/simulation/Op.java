package id.smartkampung.model.simulation;

import java.nio.charset.StandardCharsets;

/**
 * One thing that people did at a village: what an event carries.
 *
 * @param id tells it from everything else that was ever done
 * @param subject what it is about
 * @param version how often the subject was changed since it was entered; begins anew when it is entered again
 * @param removal whether the subject is gone
 */
record Op(long id, String subject, int version, boolean removal) {

    private static final String KEY = "key/";

    /** A new key takes the place of an old one. */
    static Op keyChange(long id, String old, String key) {
        return new Op(id, KEY + old + "/" + key, 1, false);
    }

    boolean isKeyChange() {
        return isKeyChange(subject);
    }

    static boolean isKeyChange(String subject) {
        return subject.startsWith(KEY);
    }

    String oldKey() {
        return subject.split("/", -1)[1];
    }

    String newKey() {
        return subject.split("/", -1)[2];
    }

    byte[] write() {
        return (id + ";" + subject + ";" + version + ";" + removal).getBytes(StandardCharsets.UTF_8);
    }

    static Op read(byte[] data) {
        String[] parts = new String(data, StandardCharsets.UTF_8).split(";", -1);
        return new Op(Long.parseLong(parts[0]), parts[1], Integer.parseInt(parts[2]), Boolean.parseBoolean(parts[3]));
    }
}
