package id.smartkampung.web.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

/** The end of the trail, and the row its writers queue for. */
@Entity
class AuditHead extends PanacheEntityBase {

    @Id
    public boolean onlyRow;

    public long lastId;

    public byte[] lastHash;

    static AuditHead locked() {
        return findById(true, LockModeType.PESSIMISTIC_WRITE);
    }

    static AuditHead current() {
        return findById(true);
    }
}
