package id.smartkampung.village.office;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;

/** How the village office stands on paper; there is one. */
@Entity
public class Office extends PanacheEntityBase {

    private static final short ONLY = 1;

    @Id
    public short id;

    @Version
    public int version;

    public String address;

    public String postalCode;

    public String phone;

    public String email;

    @Enumerated(EnumType.STRING)
    public PaperSize paper;

    /** As the kabupaten gave it, such as 429.517.06; it does not follow from the kode desa. */
    public String unitCode;

    /** See {@link NumberPattern}. */
    public String numberPattern;

    @Enumerated(EnumType.STRING)
    public CounterScope counterScope;

    /** Whether numbers carry the classification of the scheme before Permendagri 83/2022. */
    public boolean formerScheme;

    /** A picture as {@link Emblem} made it; null for the neutral one. */
    public byte[] emblem;

    /** Sheets that offices print on. */
    public enum PaperSize {
        F4,
        A4
    }

    /** What letters are counted by, each year from one. */
    public enum CounterScope {
        VILLAGE,
        CLASSIFICATION
    }

    public static Office get() {
        return findById(ONLY);
    }

    /** As it stays until the commit, so that nobody changes how letters are counted while one is. */
    public static Office held() {
        return findById(ONLY, LockModeType.PESSIMISTIC_READ);
    }
}
