package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Jenis pindah, how far somebody moves</i>, by the official code of the ministry. */
public enum MoveKind implements Coded {
    WITHIN_DESA(1),
    WITHIN_KECAMATAN(2),
    WITHIN_KABUPATEN(3),
    WITHIN_PROVINSI(4),
    BETWEEN_PROVINSI(5);

    private final int code;

    MoveKind(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static MoveKind ofCode(int code) {
        return Coded.ofCode(MoveKind.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
