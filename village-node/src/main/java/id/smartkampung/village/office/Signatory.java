package id.smartkampung.village.office;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who signs letters of this village, and by what right. */
@Entity
public class Signatory extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;

    @Enumerated(EnumType.STRING)
    public Basis basis;

    /** The own office of who signs for the head, such as Sekretaris Desa; null for the head. */
    public String position;

    /** <i>Pangkat</i> of a civil servant. */
    public String rank;

    /** <i>Nomor induk pegawai</i> or its counterpart in a desa. */
    public String nip;

    public boolean active;

    public Instant createdAt;

    /** By what right somebody signs. */
    public enum Basis {
        /** <i>Kepala desa</i> or <i>lurah</i>. */
        HEAD,
        /** <i>Atas nama</i>. */
        ON_BEHALF,
        /** <i>Pelaksana tugas</i>. */
        ACTING,
        /** <i>Pelaksana harian</i>. */
        DAILY
    }

    /** Those who sign today, the head first. */
    public static List<Signatory> listActive() {
        List<Signatory> active = list("active = true order by createdAt, id");
        return active.stream().sorted((a, b) -> a.basis.compareTo(b.basis)).toList();
    }
}
