package id.smartkampung.model.lineage;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.Residency;
import java.util.UUID;

/** Made-up families and people of whom only the least is known. */
public final class Households {

    private Households() {}

    public static FamilyRecorded family(UUID id, NoKk card, String dusun) {
        return new FamilyRecorded(id, card, "Jl. Contoh 1", dusun, "01", "002");
    }

    public static ResidentRecorded person(UUID id, UUID family, Nik nik, String name, String dusun) {
        return person(id, family, nik, name, dusun, BaseStatus.ALIVE);
    }

    /** What is left of a person who was handed over. */
    public static ResidentRecorded left(ResidentRecorded person) {
        return person(person.residentId(), null, null, person.fullName(), person.dusun(), BaseStatus.INVALID);
    }

    private static ResidentRecorded person(
            UUID id, UUID family, Nik nik, String name, String dusun, BaseStatus status) {
        return new ResidentRecorded(
                id,
                family,
                nik,
                name,
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
                null,
                null,
                null,
                status,
                Residency.PERMANENT,
                null,
                null,
                dusun,
                null,
                null);
    }
}
