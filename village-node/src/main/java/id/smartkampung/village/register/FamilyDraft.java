package id.smartkampung.village.register;

import id.smartkampung.model.identity.NoKk;

/** What somebody wants a family to be. */
public record FamilyDraft(NoKk noKk, String address, String dusun, String rw, String rt) {

    void copyTo(Family family) {
        family.noKk = noKk;
        family.address = address;
        family.dusun = dusun;
        family.rw = rw;
        family.rt = rt;
    }
}
