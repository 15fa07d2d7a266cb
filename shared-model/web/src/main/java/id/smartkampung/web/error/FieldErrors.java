package id.smartkampung.web.error;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is wrong with a form, by the name of the field; a page shows it beside the field: {@code errors.of('nik')}. */
public final class FieldErrors {

    private final Map<String, String> messages = new LinkedHashMap<>();

    public static FieldErrors none() {
        return new FieldErrors();
    }

    public static FieldErrors of(Set<? extends ConstraintViolation<?>> violations) {
        FieldErrors errors = new FieldErrors();
        violations.forEach(violation -> errors.add(lastName(violation.getPropertyPath()), violation.getMessage()));
        return errors;
    }

    /** The first complaint about a field stays. */
    public FieldErrors add(String field, String message) {
        messages.putIfAbsent(field, message);
        return this;
    }

    /** Null if nothing is wrong with the field. */
    public String of(String field) {
        return messages.get(field);
    }

    public boolean isEmpty() {
        return messages.isEmpty();
    }

    public int size() {
        return messages.size();
    }

    /** In the order in which they were found. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(messages);
    }

    private static String lastName(Path path) {
        String last = "";
        for (Path.Node node : path) {
            last = node.getName() == null ? last : node.getName();
        }
        return last;
    }
}
