package id.smartkampung.model.wilayah;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * <i>Kode wilayah administrasi</i>: {@code 35} provinsi, {@code 35.10} kabupaten, {@code 35.10.01} kecamatan,
 * {@code 35.10.01.2001} desa or kelurahan (Permendagri 58/2021 and its successors).
 */
public record KodeWilayah(@JsonValue String value) implements Comparable<KodeWilayah> {

    private static final Pattern DOTTED = Pattern.compile("[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?");

    /** The levels of the administration, from the largest area to the smallest. */
    public enum Level {
        PROVINSI,
        KABUPATEN,
        KECAMATAN,
        DESA
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KodeWilayah {
        if (value == null || !DOTTED.matcher(value).matches()) {
            throw new IllegalArgumentException("a kode wilayah looks like 35.10.01.2001, not \"" + value + "\"");
        }
    }

    public Level level() {
        return Level.values()[value.split("\\.", -1).length - 1];
    }

    public KodeWilayah provinsi() {
        return new KodeWilayah(value.substring(0, 2));
    }

    public KodeWilayah kabupaten() {
        return prefix(Level.KABUPATEN, 5);
    }

    public KodeWilayah kecamatan() {
        return prefix(Level.KECAMATAN, 8);
    }

    /** Without dots, as it stands in a NIK and on many lists: 3510012001. */
    public String digits() {
        return value.replace(".", "");
    }

    /** A kelurahan has a village number that begins with 1, a desa one that begins with 2. */
    public boolean isKelurahan() {
        return level() == Level.DESA && value.charAt(9) == '1';
    }

    @Override
    public int compareTo(KodeWilayah other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private KodeWilayah prefix(Level level, int length) {
        if (level().compareTo(level) < 0) {
            throw new IllegalArgumentException(value + " is above the level " + level);
        }
        return new KodeWilayah(value.substring(0, length));
    }
}
