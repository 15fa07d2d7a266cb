package id.smartkampung.village.book;

import java.util.List;

/** Inhabitants as the books part them: by citizenship and sex; a sex that is not recorded is told as such. */
public enum Group {
    FOREIGN_MEN,
    FOREIGN_WOMEN,
    MEN,
    WOMEN,
    FOREIGN_UNKNOWN,
    UNKNOWN;

    private static final int FOREIGN = 2;
    private static final int MALE = 1;
    private static final int FEMALE = 2;

    /** The four that the official forms have columns for, in their order. */
    static final List<Group> OFFICIAL = List.of(FOREIGN_MEN, FOREIGN_WOMEN, MEN, WOMEN);

    /** By the official codes; who is not known to be a foreigner is none. */
    static Group of(Number sex, Number citizenship) {
        boolean foreign = citizenship != null && citizenship.intValue() == FOREIGN;
        if (sex == null) {
            return foreign ? FOREIGN_UNKNOWN : UNKNOWN;
        }
        return switch (sex.intValue()) {
            case MALE -> foreign ? FOREIGN_MEN : MEN;
            case FEMALE -> foreign ? FOREIGN_WOMEN : WOMEN;
            default -> throw new IllegalArgumentException("no sex has the code " + sex);
        };
    }
}
