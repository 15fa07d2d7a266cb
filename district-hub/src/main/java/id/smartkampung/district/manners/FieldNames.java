package id.smartkampung.district.manners;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/** Which fields an answer has that {@code fields} may choose among: those of its items where it is a list. */
final class FieldNames {

    private static final String ITEMS = "items";

    private FieldNames() {}

    /** Of what a resource method says it returns; none where that is no record. */
    static List<String> of(Type returned) {
        Type shape = returned;
        while (shape instanceof ParameterizedType wrapped) {
            shape = wrapped.getActualTypeArguments()[0];
        }
        if (!(shape instanceof Class<?> type) || !type.isRecord()) {
            return List.of();
        }
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(ITEMS)) {
                return of(component.getGenericType());
            }
        }
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
