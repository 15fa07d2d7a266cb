package id.smartkampung.village.change;

import id.smartkampung.model.event.Subject;
import id.smartkampung.model.log.UuidV7;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.Column;
import id.smartkampung.village.register.FieldWriter;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.error.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Changes the register for a mutation, writes down what it changed, and takes it back. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class EffectWriter {

    private final FieldWriter fields;
    private final Clock clock;

    EffectWriter(FieldWriter fields, Clock clock) {
        this.fields = fields;
        this.clock = clock;
    }

    /** The mutation is what brought this person into the register. */
    void entered(Mutation mutation, Resident resident) {
        keep(mutation, resident.id, MutationEffect.ENTERED, null, null);
    }

    void write(Mutation mutation, Resident resident, ResidentField field, Object value, Author author) {
        Column<Resident, ?> column = ResidentColumns.of(field);
        String before = FieldText.of(column.get(resident));
        if (fields.write(resident, field, value, author)) {
            keep(mutation, resident.id, column.property(), before, FieldText.of(value));
        }
    }

    /**
     * Writes back what this effect changed.
     *
     * @param resident the one it is about, held
     * @throws RefusedException when somebody has changed it again since
     */
    void undo(MutationEffect effect, Resident resident, Author author) {
        if (effect.isEntry()) {
            takeOut(resident, author);
            return;
        }
        ResidentField field = fieldOf(effect.field);
        Column<Resident, ?> column = ResidentColumns.of(field);
        if (!Objects.equals(FieldText.of(column.get(resident)), effect.newValue)) {
            throw new RefusedException("mutation-changed-since");
        }
        fields.write(resident, field, FieldText.parse(column.type(), effect.oldValue), author);
    }

    /** The person stays, so that what names them can be read, but counts nowhere and keeps no NIK from another. */
    private void takeOut(Resident resident, Author author) {
        if (resident.baseStatus != BaseStatus.ALIVE) {
            throw new RefusedException("mutation-changed-since");
        }
        fields.write(resident, ResidentField.BASE_STATUS, BaseStatus.INVALID, author);
        fields.write(resident, ResidentField.FAMILY, null, author);
        fields.write(resident, ResidentField.NIK, null, author);
    }

    private static ResidentField fieldOf(String property) {
        for (ResidentField field : ResidentField.values()) {
            if (field.property().equals(property)) {
                return field;
            }
        }
        throw new IllegalStateException("an effect changed the unknown field " + property);
    }

    private void keep(Mutation mutation, UUID residentId, String field, String before, String after) {
        MutationEffect effect = new MutationEffect();
        effect.id = UuidV7.at(clock.instant());
        effect.mutationId = mutation.id;
        effect.position = (int) MutationEffect.countByMutation(mutation.id);
        effect.subjectKind = Subject.RESIDENT;
        effect.subjectId = residentId;
        effect.field = field;
        effect.oldValue = before;
        effect.newValue = after;
        effect.at = clock.instant();
        effect.persistAndFlush();
    }
}
