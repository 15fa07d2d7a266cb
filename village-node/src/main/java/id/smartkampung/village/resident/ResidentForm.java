package id.smartkampung.village.resident;

import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.history.Column;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.village.value.PhoneNumber;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What stands in the form of a resident: the typed texts, and what they mean. */
final class ResidentForm {

    static final String NO_KK = "noKk";
    static final String ADDRESS = "address";

    private static final int LONGEST = 500;
    private static final int LONGEST_NOTE = 4000;

    private final Map<String, String> typed = new LinkedHashMap<>();
    private final FieldErrors errors = FieldErrors.none();

    private ResidentForm() {}

    /** An empty form; where a family is given, that of a new member. */
    static ResidentForm blank(Family family) {
        Resident nobody = new Resident();
        if (family != null) {
            nobody.dusun = family.dusun;
            nobody.rw = family.rw;
            nobody.rt = family.rt;
        }
        return of(nobody, family);
    }

    static ResidentForm of(Resident resident, Family family) {
        ResidentForm form = new ResidentForm();
        ResidentColumns.all().values().forEach(column -> form.typed.put(column.property(), shown(column, resident)));
        if (family != null) {
            form.typed.put(NO_KK, FieldText.of(family.noKk));
            form.typed.put(ADDRESS, family.address);
        }
        return form;
    }

    static ResidentForm typed(MultivaluedMap<String, String> sent) {
        ResidentForm form = new ResidentForm();
        sent.forEach((name, values) -> form.typed.put(name, values.get(0)));
        return form;
    }

    /** The text of a field, as it was typed. */
    String value(String name) {
        String value = typed.get(name);
        return value == null ? "" : value;
    }

    void preset(String name, Object value) {
        typed.put(name, FieldText.of(value));
    }

    FieldErrors errors() {
        return errors;
    }

    /** What the typed texts mean; what cannot be read is told at its field and left out. */
    ResidentDraft toDraft(Family family, Texts texts) {
        ResidentDraft draft = new ResidentDraft();
        ResidentColumns.all().forEach((field, column) -> {
            if (field != ResidentField.FAMILY && typed.containsKey(column.property())) {
                read(column.property(), column.type(), field == ResidentField.NOTE ? LONGEST_NOTE : LONGEST, texts)
                        .ifRead(value -> draft.set(field, normal(field, value)));
            }
        });
        require(draft, ResidentField.FULL_NAME, texts);
        require(draft, ResidentField.BASE_STATUS, texts);
        require(draft, ResidentField.RESIDENCY, texts);
        read(NO_KK, NoKk.class, LONGEST, texts)
                .ifRead(card -> read(ADDRESS, String.class, LONGEST, texts)
                        .ifRead(address -> putOnCard(draft, (NoKk) card, (String) address, family)));
        return draft;
    }

    /** A family without a number is left only by naming another card. */
    private static void putOnCard(ResidentDraft draft, NoKk card, String address, Family family) {
        boolean staysWithoutNumber = card == null && family != null && family.noKk == null;
        if (!staysWithoutNumber) {
            draft.onFamilyCard(card, address);
        }
    }

    private static Object normal(ResidentField field, Object value) {
        if (field == ResidentField.PHONE && value != null) {
            return PhoneNumber.normal((String) value);
        }
        return value;
    }

    private void require(ResidentDraft draft, ResidentField field, Texts texts) {
        if (typed.containsKey(field.property()) && draft.has(field) && draft.get(field) == null) {
            errors.add(field.property(), texts.of("form.required"));
        }
    }

    private Reading read(String name, Class<?> type, int longest, Texts texts) {
        String text = typed.get(name);
        if (text != null && text.length() > longest) {
            errors.add(name, texts.of("form.too-long", longest));
            return Reading.NOT_READ;
        }
        try {
            Object value = FieldText.parse(type, text);
            return action -> action.accept(value);
        } catch (IllegalArgumentException e) {
            errors.add(name, texts.of("form.wrong." + type.getSimpleName()));
            return Reading.NOT_READ;
        }
    }

    private static <T> String shown(Column<Resident, T> column, Resident resident) {
        T value = column.get(resident);
        return value instanceof LocalDate date ? Wib.shortDate(date) : FieldText.of(value);
    }

    /** A value that was read, or nothing. */
    @FunctionalInterface
    private interface Reading {

        Reading NOT_READ = action -> {};

        void ifRead(Consumer<Object> action);
    }
}
