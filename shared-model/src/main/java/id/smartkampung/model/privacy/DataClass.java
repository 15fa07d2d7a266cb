package id.smartkampung.model.privacy;

/** How carefully the law wants a field to be handled (UU 27/2022 art. 4). */
public enum DataClass {
    /** <i>Data pribadi umum</i>. */
    GENERAL,
    /** <i>Data pribadi spesifik</i>: health, biometrics, children and the like. */
    SPECIFIC,
    /** Not about a person. */
    NOT_PERSONAL
}
