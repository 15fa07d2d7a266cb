package id.smartkampung.district.store;

import id.smartkampung.model.vocabulary.Coded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** One column of a consolidated table and how it is taken from an event. */
public record Column<E>(String name, BiConsumer<CopyRows, E> writer) {

    public static <E> Column<E> text(String name, Function<E, String> value) {
        return new Column<>(name, (rows, event) -> rows.text(value.apply(event)));
    }

    public static <E> Column<E> uuid(String name, Function<E, UUID> value) {
        return new Column<>(name, (rows, event) -> rows.uuid(value.apply(event)));
    }

    public static <E> Column<E> date(String name, Function<E, LocalDate> value) {
        return new Column<>(name, (rows, event) -> rows.date(value.apply(event)));
    }

    public static <E> Column<E> instant(String name, Function<E, Instant> value) {
        return new Column<>(name, (rows, event) -> rows.instant(value.apply(event)));
    }

    public static <E> Column<E> coded(String name, Function<E, ? extends Coded> value) {
        return new Column<>(name, (rows, event) -> rows.coded(value.apply(event)));
    }

    public static <E> Column<E> constant(String name, Function<E, ? extends Enum<?>> value) {
        return new Column<>(name, (rows, event) -> {
            Enum<?> constant = value.apply(event);
            rows.text(constant == null ? null : constant.name());
        });
    }

    public static <E> Column<E> bool(String name, Function<E, Boolean> value) {
        return new Column<>(name, (rows, event) -> rows.bool(value.apply(event)));
    }

    public static <E> Column<E> integer(String name, ToIntFunction<E> value) {
        return new Column<>(name, (rows, event) -> rows.integer(value.applyAsInt(event)));
    }

    /** A large number, or nothing. */
    public static <E> Column<E> bigint(String name, Function<E, Long> value) {
        return new Column<>(name, (rows, event) -> {
            Long number = value.apply(event);
            if (number == null) {
                rows.text(null);
            } else {
                rows.bigint(number);
            }
        });
    }

    public static <E> Column<E> jsonb(String name, Function<E, String> value) {
        return new Column<>(name, (rows, event) -> rows.jsonb(value.apply(event)));
    }
}
