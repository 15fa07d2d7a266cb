package id.smartkampung.village.history;

import id.smartkampung.model.privacy.PersonalField;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How one field is read from and written to its entity, and what type its values have. */
public record Column<E, T>(PersonalField field, Class<T> type, Function<E, T> getter, BiConsumer<E, T> setter) {

    public String property() {
        return field.property();
    }

    public T get(E entity) {
        return getter.apply(entity);
    }

    /**
     * Writes the value where it differs.
     *
     * @return whether it did differ
     */
    public boolean set(E entity, Object value) {
        if (Objects.equals(get(entity), value)) {
            return false;
        }
        setter.accept(entity, type.cast(value));
        return true;
    }

    public boolean differs(E entity, Object value) {
        return !Objects.equals(get(entity), value);
    }
}
