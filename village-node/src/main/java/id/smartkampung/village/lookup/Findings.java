package id.smartkampung.village.lookup;

import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.value.NikWarnings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** What an officer should look at in the data of a person; nothing of it hinders any work. */
@ApplicationScoped
public class Findings {

    private static final int TWINS = 5;

    /**
     * What was found.
     *
     * @param twins others with the same name and birth date, who may be the same person
     */
    public record Found(Set<NikWarnings> nik, boolean withoutNik, boolean withoutFamily, List<Resident> twins) {

        public boolean isEmpty() {
            return nik.isEmpty() && !withoutNik && !withoutFamily && twins.isEmpty();
        }

        public boolean isBirthDate() {
            return nik.contains(NikWarnings.BIRTH_DATE);
        }

        public boolean isSex() {
            return nik.contains(NikWarnings.SEX);
        }
    }

    public Found of(Resident resident) {
        List<Resident> twins = resident.bornOn == null
                ? List.of()
                : Resident.<Resident>find(
                                "nameKey = ?1 and bornOn = ?2 and id <> ?3 and baseStatus <> ?4",
                                resident.nameKey,
                                resident.bornOn,
                                resident.id,
                                BaseStatus.INVALID)
                        .page(0, TWINS)
                        .list();
        return new Found(
                NikWarnings.of(resident.nik, resident.bornOn, resident.sex),
                resident.nik == null,
                resident.familyId == null,
                twins);
    }
}
