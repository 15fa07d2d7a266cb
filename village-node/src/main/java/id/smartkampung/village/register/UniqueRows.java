package id.smartkampung.village.register;

import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** What the database says when two officers write the same thing at the same moment, in the words of the register. */
final class UniqueRows {

    private static final String RESIDENT_NIK = "resident_nik";
    private static final String FAMILY_NO_KK = "family_no_kk";
    private static final String REQUEST_APPLICANT = "request_applicant_id_fkey";
    private static final String MUTATION_RESIDENT = "mutation_resident_id_fkey";
    private static final String LETTER_APPLICANT = "letter_applicant_id_fkey";
    private static final String KEPT_RESIDENT = "resident_alias_kept_id_fkey";
    private static final String LOST_RESIDENT = "resident_alias_lost_id_fkey";
    private static final String RESIDENT_FAMILY = "resident_family_id_fkey";

    private UniqueRows() {}

    enum Clash {
        NIK,
        NO_KK,
        HAS_REQUESTS,
        HAS_MUTATIONS,
        HAS_LETTERS,
        WAS_MERGED,
        HAS_MEMBERS
    }

    static Optional<Clash> of(ConstraintViolationException violation) {
        String constraint = violation.getConstraintName();
        if (constraint == null) {
            return Optional.empty();
        }
        return switch (constraint) {
            case RESIDENT_NIK -> Optional.of(Clash.NIK);
            case FAMILY_NO_KK -> Optional.of(Clash.NO_KK);
            case REQUEST_APPLICANT -> Optional.of(Clash.HAS_REQUESTS);
            case MUTATION_RESIDENT -> Optional.of(Clash.HAS_MUTATIONS);
            case LETTER_APPLICANT -> Optional.of(Clash.HAS_LETTERS);
            case KEPT_RESIDENT, LOST_RESIDENT -> Optional.of(Clash.WAS_MERGED);
            case RESIDENT_FAMILY -> Optional.of(Clash.HAS_MEMBERS);
            default -> Optional.empty();
        };
    }
}
