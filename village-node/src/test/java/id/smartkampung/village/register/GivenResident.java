package id.smartkampung.village.register;

import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import java.time.LocalDate;
import java.util.UUID;

/** What the district has of a person of this village. */
public final class GivenResident {

    private GivenResident() {}

    public static ResidentRecorded named(UUID id, String name, UUID family, Nik nik) {
        return new ResidentRecorded(
                id,
                family,
                nik,
                name,
                Sex.FEMALE,
                "Banyuwangi",
                LocalDate.of(1990, 3, 4),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                BaseStatus.ALIVE,
                Residency.PERMANENT,
                null,
                null,
                "KRAJAN",
                "001",
                "003");
    }
}
