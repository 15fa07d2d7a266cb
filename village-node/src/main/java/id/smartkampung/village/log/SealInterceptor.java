package id.smartkampung.village.log;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/** Refuses to write a synced row whose event was built already, before the guard of the database has to. */
@PersistenceUnitExtension
@ApplicationScoped
class SealInterceptor implements Interceptor {

    private final TransactionSynchronizationRegistry transaction;

    SealInterceptor(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        refuseWhenSealed(entity);
        return false;
    }

    @Override
    public boolean onFlushDirty(
            Object entity, Object id, Object[] state, Object[] before, String[] properties, Type[] types) {
        refuseWhenSealed(entity);
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] properties, Type[] types) {
        refuseWhenSealed(entity);
    }

    private void refuseWhenSealed(Object entity) {
        if (entity instanceof Synced row
                && Pending.find(transaction).map(Pending::isSealed).orElse(false)) {
            throw new SealedException(row.syncedTable(), row.syncedId());
        }
    }
}
