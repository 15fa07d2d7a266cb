package id.smartkampung.village.register;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.history.Author;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/** Made-up people for tests; each has a NIK and a card of its own. */
public final class Residents {

    private static final AtomicInteger SERIAL = new AtomicInteger(1);

    private Residents() {}

    /** A woman born on 21 April 1972 in the dusun KRAJAN, without a family. */
    public static ResidentDraft aResident() {
        return new ResidentDraft()
                .set(ResidentField.FULL_NAME, "Siti Rukmini")
                .set(ResidentField.NIK, aNik())
                .set(ResidentField.SEX, Sex.FEMALE)
                .set(ResidentField.BORN_IN, "Banyuwangi")
                .set(ResidentField.BORN_ON, LocalDate.of(1972, 4, 21))
                .set(ResidentField.RELATIONSHIP, Relationship.HEAD)
                .set(ResidentField.DUSUN, "KRAJAN")
                .set(ResidentField.RW, "001")
                .set(ResidentField.RT, "003");
    }

    public static ResidentDraft named(String name) {
        return aResident().set(ResidentField.FULL_NAME, name);
    }

    public static Nik aNik() {
        return new Nik("351001610472" + serial());
    }

    public static NoKk aCard() {
        return new NoKk("351001120819" + serial());
    }

    public static Author anOfficer() {
        return new Author(null, "operator", Author.FORM);
    }

    private static String serial() {
        return String.format(Locale.ROOT, "%04d", SERIAL.getAndIncrement());
    }
}
