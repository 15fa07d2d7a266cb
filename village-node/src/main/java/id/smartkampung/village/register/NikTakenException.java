package id.smartkampung.village.register;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.web.error.RefusedException;

/** Somebody else in this village has the NIK already; a page asks {@link Resident#findByNik} who. */
public class NikTakenException extends RefusedException {

    private static final long serialVersionUID = 1;

    private final transient Nik nik;

    NikTakenException(Nik nik) {
        super("nik-taken");
        this.nik = nik;
    }

    public Nik nik() {
        return nik;
    }
}
