package id.smartkampung.model.letter;

/** By what way a letter was signed. */
public enum SigningMethod {
    /** <i>Tanda tangan basah</i>: by pen, and the scan is kept. */
    PEN,
    /** An electronic signature with a key of the village, certified by the district. */
    LOCAL,
    /** An electronic signature by the national authority (<i>Balai Sertifikasi Elektronik</i>). */
    BSRE
}
