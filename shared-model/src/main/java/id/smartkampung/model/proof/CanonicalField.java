package id.smartkampung.model.proof;

import id.smartkampung.model.event.RequestRecorded.Step;
import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.vocabulary.Coded;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * One compared field of a row: the column that holds it in both databases, and its bytes as an event states them.
 *
 * <p>The bytes are those in which PostgreSQL itself sends a value (binary format), so that a row read back is hashed as
 * it comes and nothing of it is interpreted: text in UTF-8, numbers and days and microseconds since 2000 big-endian.
 */
public final class CanonicalField {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND = EPOCH_DAY * 86_400;

    private final String column;
    private final boolean steps;
    private final Function<VillageEvent, byte[]> bytes;

    private CanonicalField(String column, boolean steps, Function<VillageEvent, byte[]> bytes) {
        this.column = column;
        this.steps = steps;
        this.bytes = bytes;
    }

    static <E extends VillageEvent> CanonicalField text(String column, Function<E, String> value) {
        return of(column, value, text -> text.getBytes(StandardCharsets.UTF_8));
    }

    static <E extends VillageEvent> CanonicalField uuid(String column, Function<E, UUID> value) {
        return of(column, value, CanonicalField::uuid);
    }

    static <E extends VillageEvent> CanonicalField coded(String column, Function<E, ? extends Coded> value) {
        return of(
                column,
                value,
                code -> ByteBuffer.allocate(2).putShort((short) code.code()).array());
    }

    static <E extends VillageEvent> CanonicalField constant(String column, Function<E, ? extends Enum<?>> value) {
        return of(column, value, constant -> constant.name().getBytes(StandardCharsets.UTF_8));
    }

    static <E extends VillageEvent> CanonicalField bool(String column, Function<E, Boolean> value) {
        return of(column, value, bool -> new byte[] {(byte) (bool ? 1 : 0)});
    }

    static <E extends VillageEvent> CanonicalField number(String column, Function<E, Integer> value) {
        return of(column, value, number -> ByteBuffer.allocate(4).putInt(number).array());
    }

    static <E extends VillageEvent> CanonicalField large(String column, Function<E, Long> value) {
        return of(
                column, value, number -> ByteBuffer.allocate(8).putLong(number).array());
    }

    static <E extends VillageEvent> CanonicalField date(String column, Function<E, LocalDate> value) {
        return of(
                column,
                value,
                date -> ByteBuffer.allocate(4)
                        .putInt(Math.toIntExact(date.toEpochDay() - EPOCH_DAY))
                        .array());
    }

    static <E extends VillageEvent> CanonicalField instant(String column, Function<E, Instant> value) {
        return of(
                column,
                value,
                instant -> ByteBuffer.allocate(8).putLong(micros(instant)).array());
    }

    static <E extends VillageEvent> CanonicalField steps(String column, Function<E, List<Step>> value) {
        Function<VillageEvent, byte[]> bytes = of(column, value, CanonicalSteps::bytes).bytes;
        return new CanonicalField(column, true, bytes);
    }

    @SuppressWarnings("unchecked") // a field is only asked for events of its own table
    private static <E extends VillageEvent, V> CanonicalField of(
            String column, Function<E, V> value, Function<V, byte[]> write) {
        return new CanonicalField(column, false, event -> {
            V known = value.apply((E) event);
            return known == null ? null : write.apply(known);
        });
    }

    public String column() {
        return column;
    }

    /** Whether a database keeps it as a list of steps and not as one value; see {@link CanonicalSteps}. */
    public boolean isSteps() {
        return steps;
    }

    /** Its bytes as an event states them, or null for nothing. */
    byte[] bytes(VillageEvent event) {
        return bytes.apply(event);
    }

    static byte[] uuid(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    /** Since 2000, cut to microseconds as the databases keep them. */
    static long micros(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond() - EPOCH_SECOND, 1_000_000L), instant.getNano() / 1_000L);
    }
}
