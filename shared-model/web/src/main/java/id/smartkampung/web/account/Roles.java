package id.smartkampung.web.account;

import java.util.List;

/** What an account may be; each program knows only its own. */
public final class Roles {

    public static final String ADMIN = "admin";

    public static final String OPERATOR = "operator";
    public static final String SEKDES = "sekdes";
    public static final String KADES = "kades";

    public static final String BUPATI = "bupati";
    public static final String CAMAT = "camat";
    public static final String DUKCAPIL = "dukcapil";
    public static final String DISPERMADES = "dispermades";
    public static final String INSPEKTORAT = "inspektorat";
    public static final String MPP = "mpp";

    /** Roles of a village, in the order of an account form. */
    public static final List<String> VILLAGE = List.of(OPERATOR, SEKDES, KADES, ADMIN);

    /** Roles of the kabupaten, in the order of an account form. */
    public static final List<String> DISTRICT = List.of(BUPATI, CAMAT, DUKCAPIL, DISPERMADES, INSPEKTORAT, MPP, ADMIN);

    private Roles() {}

    /** A camat sees the own kecamatan only, so the account names it. */
    public static boolean needsArea(String role) {
        return CAMAT.equals(role);
    }

    /** Who signs or administers shows more than a password. */
    public static boolean needsSecondFactor(String role) {
        return SEKDES.equals(role) || KADES.equals(role) || ADMIN.equals(role);
    }
}
