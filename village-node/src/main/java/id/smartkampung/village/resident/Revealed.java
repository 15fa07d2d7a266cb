package id.smartkampung.village.resident;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.time.Wib;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one masked value of a person that was opened on this page, if any. */
public record Revealed(String what, String text) {

    static final Revealed NOTHING = new Revealed("", "");

    static final String NIK = "nik";
    static final String NO_KK = "noKk";
    static final String BORN = "bornOn";
    static final String PHONE = "phone";
    static final String FATHER_NIK = "fatherNik";
    static final String MOTHER_NIK = "motherNik";

    /** Empty when there is no such value to open. */
    static Optional<Revealed> of(String what, Resident resident, Family family) {
        Optional<String> text = switch (what) {
            case NIK -> Optional.ofNullable(resident.nik).map(Nik::value);
            case FATHER_NIK -> Optional.ofNullable(resident.fatherNik).map(Nik::value);
            case MOTHER_NIK -> Optional.ofNullable(resident.motherNik).map(Nik::value);
            case NO_KK -> Optional.ofNullable(family).map(card -> card.noKk).map(noKk -> noKk.value());
            case BORN ->
                Optional.ofNullable(resident.bornOn)
                        .map(bornOn -> Stream.of(resident.bornIn, Wib.date(bornOn))
                                .filter(part -> part != null)
                                .collect(Collectors.joining(", ")));
            case PHONE -> Optional.ofNullable(resident.phone);
            default -> Optional.empty();
        };
        return text.map(value -> new Revealed(what, value));
    }

    public boolean shows(String other) {
        return what.equals(other);
    }
}
