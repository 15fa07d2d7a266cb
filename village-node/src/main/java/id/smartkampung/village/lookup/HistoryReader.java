package id.smartkampung.village.lookup;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.village.history.Author;
import id.smartkampung.village.history.Column;
import id.smartkampung.village.history.FieldChange;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FamilyColumns;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.village.value.PhoneNumber;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads the history of a subject in words. */
@ApplicationScoped
public class HistoryReader {

    /** Numbers of other people, who did not ask. */
    private static final Set<String> OF_OTHERS =
            Set.of(ResidentField.FATHER_NIK.property(), ResidentField.MOTHER_NIK.property());

    private final Texts texts;

    HistoryReader(Texts texts) {
        this.texts = texts;
    }

    /** The newest first. */
    public List<HistoryLine> lines(String kind, UUID id, int limit) {
        return FieldChange.listBySubject(kind, id, limit).stream()
                .map(change -> line(change, true))
                .toList();
    }

    /** All of it, with nothing covered but the numbers of others: for the person whom it is about. */
    public List<HistoryLine> clearLines(String kind, UUID id) {
        return FieldChange.listBySubject(kind, id, Integer.MAX_VALUE).stream()
                .map(change -> line(change, false))
                .toList();
    }

    private HistoryLine line(FieldChange change, boolean covered) {
        boolean whole = change.field.equals(FieldChange.ENTERED) || change.field.equals(FieldChange.REMOVED);
        String by = change.source.equals(Author.FORM)
                ? change.username
                : texts.of("source." + change.source, change.username);
        if (whole) {
            String what = change.field.equals(FieldChange.ENTERED) ? "history.entered" : "history.removed";
            return new HistoryLine(texts.of(what), "", change.newValue, change.at, by, true);
        }
        Class<?> type = typeOf(change.field);
        return new HistoryLine(
                texts.of("field." + change.field),
                shown(change.field, type, change.oldValue, covered),
                shown(change.field, type, change.newValue, covered),
                change.at,
                by,
                false);
    }

    private static Class<?> typeOf(String property) {
        Optional<Class<?>> type = ResidentColumns.all().values().stream()
                .filter(column -> column.property().equals(property))
                .findFirst()
                .map(Column::type);
        return type.or(() -> FamilyColumns.find(property).map(Column::type)).orElse(String.class);
    }

    /** A value of a field in words, covered where it must be. */
    public String shown(String property, Object value) {
        return shown(property, typeOf(property), FieldText.of(value), true);
    }

    /** The same with nothing covered but the numbers of others. */
    public String clear(String property, Object value) {
        return shown(property, typeOf(property), FieldText.of(value), false);
    }

    private String shown(String property, Class<?> type, String text, boolean covered) {
        if (text == null) {
            return "";
        }
        if (property.equals(ResidentField.FAMILY.property())) {
            return Family.<Family>findByIdOptional(UUID.fromString(text))
                    .map(family -> number(family, covered))
                    .orElse("");
        }
        Object value = FieldText.parse(type, text);
        if (value instanceof Coded coded) {
            return Readings.readable(coded);
        }
        if (covered && property.equals(ResidentField.BORN_ON.property())) {
            return texts.of("history.year", Integer.toString(((LocalDate) value).getYear()));
        }
        if (value instanceof LocalDate date) {
            return Wib.shortDate(date);
        }
        return covered || OF_OTHERS.contains(property) ? masked(property, value, text) : text;
    }

    private String number(Family family, boolean covered) {
        if (family.noKk == null) {
            return texts.of("family.without-number");
        }
        return covered ? family.noKk.masked() : family.noKk.value();
    }

    private static String masked(String property, Object value, String text) {
        if (property.equals(ResidentField.PHONE.property())) {
            return PhoneNumber.masked(text);
        }
        if (value instanceof Nik nik) {
            return nik.masked();
        }
        return value instanceof NoKk noKk ? noKk.masked() : text;
    }
}
