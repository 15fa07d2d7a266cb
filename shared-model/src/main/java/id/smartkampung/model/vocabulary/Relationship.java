package id.smartkampung.model.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;

/** <i>Status hubungan dalam keluarga (SHDK), relationship to the head of the family</i>, by the official code of the ministry. */
public enum Relationship implements Coded {
    HEAD(1),
    HUSBAND(2),
    WIFE(3),
    CHILD(4),
    CHILD_IN_LAW(5),
    GRANDCHILD(6),
    PARENT(7),
    PARENT_IN_LAW(8),
    OTHER_RELATIVE(9),
    DOMESTIC_WORKER(10),
    OTHER(11);

    private final int code;

    Relationship(int code) {
        this.code = code;
    }

    /** The constant of an official code; an unknown code is an {@link IllegalArgumentException}. */
    @JsonCreator
    public static Relationship ofCode(int code) {
        return Coded.ofCode(Relationship.class, code);
    }

    @Override
    public int code() {
        return code;
    }
}
