package id.smartkampung.village.book;

import id.smartkampung.village.register.Resident;
import id.smartkampung.web.time.Wib;

/** Place and day of birth in one cell, as the official forms have them; the day covered but for its year. */
final class BirthCell {

    private BirthCell() {}

    static String of(Resident resident, boolean whole) {
        if (resident.bornOn == null) {
            return resident.bornIn;
        }
        String day = whole ? Wib.shortDate(resident.bornOn) : Integer.toString(resident.bornOn.getYear());
        return resident.bornIn == null ? day : resident.bornIn + ", " + day;
    }
}
