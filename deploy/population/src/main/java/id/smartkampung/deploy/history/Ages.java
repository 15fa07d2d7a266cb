package id.smartkampung.deploy.history;

import id.smartkampung.deploy.population.Person;
import java.time.LocalDate;

/** Which ages people of one family may have. */
final class Ages {

    private static final int YOUNGEST_PARENT = 17;
    private static final int OLDEST_PARENT = 45;

    private Ages() {}

    static boolean mayBeParent(Person parent, LocalDate childBornOn) {
        return !childBornOn.isBefore(parent.bornOn().plusYears(YOUNGEST_PARENT))
                && !childBornOn.isAfter(parent.bornOn().plusYears(OLDEST_PARENT));
    }
}
