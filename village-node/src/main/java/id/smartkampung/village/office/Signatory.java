package id.smartkampung.village.office;

import id.smartkampung.model.identity.Nik;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** By which the national authority knows who signs electronically; null for who does not. */
    public Nik nik;

    public boolean active;

    public Instant createdAt;

    /** Whose account signs electronically as this one; null as long as an admin has tied none. */
    public UUID accountId;

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

    /** Whether this account, and so this person, signs electronically as this one today. */
    public static boolean isSignedBy(UUID signatory, UUID account) {
        return account != null && count("id = ?1 and accountId = ?2 and active = true", signatory, account) > 0;
    }

    /** Those of these ids; an id that is null is left out. */
    public static Map<UUID, Signatory> byId(Collection<UUID> ids) {
        List<UUID> known = ids.stream().filter(Objects::nonNull).distinct().toList();
        return Signatory.<Signatory>list("id in ?1", known).stream()
                .collect(Collectors.toMap(one -> one.id, Function.identity()));
    }

    /** As whom this account signs today: a secretary may do so in an own name, and for the head. */
    public static List<Signatory> listOf(UUID account) {
        return listActive().stream()
                .filter(signatory -> account.equals(signatory.accountId))
                .toList();
    }

    /** Those who sign today, the head first. */
    public static List<Signatory> listActive() {
        List<Signatory> active = list("active = true order by createdAt, id");
        return active.stream().sorted((a, b) -> a.basis.compareTo(b.basis)).toList();
    }
}
