package id.smartkampung.village.register;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.History;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.NotFoundException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Writes single fields of residents, as a part of what another room does with them. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class FieldWriter {

    private final ResidentService residents;
    private final History history;

    FieldWriter(ResidentService residents, History history) {
        this.residents = residents;
        this.history = history;
    }

    /** The rows, held until the commit; in the order of their ids, so that two officers wait and do not block each other. */
    public Map<UUID, Resident> hold(Collection<UUID> ids) {
        Map<UUID, Resident> held = new LinkedHashMap<>();
        for (UUID id : new TreeSet<>(ids)) {
            Resident resident = Resident.<Resident>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                    .orElseThrow(NotFoundException::new);
            held.put(id, resident);
        }
        return held;
    }

    /** Writes a field with its history and its event; says whether it differed. */
    public boolean write(Resident resident, ResidentField field, Object value, Author author) {
        boolean changed =
                history.change(resident, Subject.RESIDENT, resident.id, ResidentColumns.of(field), value, author);
        if (changed) {
            residents.touch(resident);
        }
        return changed;
    }
}
