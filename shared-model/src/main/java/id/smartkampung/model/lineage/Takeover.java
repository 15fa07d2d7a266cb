package id.smartkampung.model.lineage;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.HouseholdTakenOver.Duplicate;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.event.Subject;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a village writes of a household that another village handed over.
 *
 * <p>Ids are kept. Whoever is here under the same id stays as this village has it. Where another row here has the NIK
 * or the No. KK, both are kept and the one that comes has no number until a person decides: nothing is merged silently.
 *
 * @param families to be entered, before their members
 * @param residents to be entered
 * @param duplicates rows that came without their number
 */
public record Takeover(List<FamilyRecorded> families, List<ResidentRecorded> residents, List<Duplicate> duplicates) {

    /** What the village that takes over holds. */
    public interface Register {

        boolean hasFamily(UUID id);

        /** Whether a person with this id belongs here; what is left of one who was handed over does not count. */
        boolean hasResident(UUID id);

        Optional<UUID> holderOf(NoKk noKk);

        Optional<UUID> holderOf(Nik nik);
    }

    public Takeover {
        families = List.copyOf(families);
        residents = List.copyOf(residents);
        duplicates = List.copyOf(duplicates);
    }

    public static Takeover of(List<FamilyRecorded> families, List<ResidentRecorded> residents, Register here) {
        List<FamilyRecorded> newFamilies = new ArrayList<>();
        List<ResidentRecorded> newResidents = new ArrayList<>();
        List<Duplicate> duplicates = new ArrayList<>();
        Set<UUID> known = new HashSet<>();
        for (FamilyRecorded family : families) {
            known.add(family.familyId());
            if (here.hasFamily(family.familyId())) {
                continue;
            }
            Optional<UUID> holder = Optional.ofNullable(family.noKk()).flatMap(here::holderOf);
            holder.ifPresent(other -> duplicates.add(new Duplicate(Subject.FAMILY, family.familyId(), other)));
            newFamilies.add(holder.isPresent() ? family.withCard(null) : family);
        }
        for (ResidentRecorded resident : residents) {
            if (here.hasResident(resident.residentId())) {
                continue;
            }
            Optional<UUID> holder = Optional.ofNullable(resident.nik()).flatMap(here::holderOf);
            holder.ifPresent(other -> duplicates.add(new Duplicate(Subject.RESIDENT, resident.residentId(), other)));
            UUID family = resident.familyId();
            boolean atHome = family != null && (known.contains(family) || here.hasFamily(family));
            newResidents.add(resident.placed(atHome ? family : null, holder.isPresent() ? null : resident.nik()));
        }
        return new Takeover(newFamilies, newResidents, duplicates);
    }
}
