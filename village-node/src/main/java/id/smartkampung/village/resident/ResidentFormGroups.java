package id.smartkampung.village.resident;

import static id.smartkampung.model.resident.ResidentField.*;

import id.smartkampung.model.family.FamilyField;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.village.lookup.Readings;
import id.smartkampung.village.register.ResidentColumns;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.text.Choice;
import id.smartkampung.web.text.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lays the fields of a resident out in groups, in the order in which an officer has them before them on paper. */
@ApplicationScoped
class ResidentFormGroups {

    private static final Map<String, List<PersonalField>> GROUPS = new LinkedHashMap<>();
    private static final Set<PersonalField> REQUIRED = Set.of(FULL_NAME, BASE_STATUS, RESIDENCY);

    static {
        GROUPS.put(
                "identity",
                List.of(FULL_NAME, NIK, SEX, BORN_IN, BORN_ON, RELIGION, CITIZENSHIP, ETHNICITY, BLOOD_GROUP, PHONE));
        GROUPS.put(
                "family",
                List.of(
                        FamilyField.NO_KK,
                        RELATIONSHIP,
                        FamilyField.ADDRESS,
                        DUSUN,
                        RT,
                        RW,
                        CURRENT_ADDRESS,
                        MARITAL_STATUS));
        GROUPS.put("parents", List.of(FATHER_NAME, FATHER_NIK, MOTHER_NAME, MOTHER_NIK));
        GROUPS.put("work", List.of(EDUCATION, SCHOOLING, OCCUPATION));
        GROUPS.put(
                "papers",
                List.of(
                        BIRTH_CERTIFICATE,
                        KTP_HOLDING,
                        KTP_RECORDING,
                        MARRIAGE_CERTIFICATE,
                        MARRIED_ON,
                        DIVORCE_CERTIFICATE,
                        DIVORCED_ON,
                        PASSPORT,
                        PASSPORT_EXPIRES_ON,
                        KITAS,
                        CARD_TAG));
        GROUPS.put("health", List.of(DISABILITY, PREGNANCY, CONTRACEPTION, INSURANCE, INSURANCE_NUMBER));
        GROUPS.put("status", List.of(BASE_STATUS, RESIDENCY, LATITUDE, LONGITUDE, NOTE));
    }

    private final Texts texts;

    ResidentFormGroups(Texts texts) {
        this.texts = texts;
    }

    /**
     * The groups with what stands in the form.
     *
     * @param stored what is stored now, to be told beside what was typed where it differs; null in an ordinary form
     */
    List<FormGroup> of(ResidentForm form, ResidentForm stored) {
        List<FormGroup> groups = new ArrayList<>();
        GROUPS.forEach((id, fields) -> groups.add(new FormGroup(
                id,
                texts.of("group." + id),
                fields.stream().map(field -> field(field, form, stored)).toList())));
        return groups;
    }

    private FormField field(PersonalField field, ResidentForm form, ResidentForm stored) {
        String name = field.property();
        Class<?> type = typeOf(field);
        List<Choice> options = options(type, REQUIRED.contains(field));
        String hint = texts.has("hint." + name) ? texts.of("hint." + name) : null;
        return new FormField(
                name,
                texts.of("field." + name),
                kind(field, type, options),
                form.value(name),
                options,
                hint,
                form.errors().of(name),
                stored == null ? null : stored(name, form, stored, options),
                REQUIRED.contains(field));
    }

    private String stored(String name, ResidentForm form, ResidentForm stored, List<Choice> options) {
        String now = stored.value(name);
        if (now.equals(form.value(name))) {
            return null;
        }
        String label = options.stream()
                .filter(option -> option.value().equals(now))
                .map(Choice::label)
                .findFirst()
                .orElse(now);
        return label.isEmpty() ? texts.of("form.stored-empty") : label;
    }

    private static Class<?> typeOf(PersonalField field) {
        if (field == FamilyField.NO_KK) {
            return NoKk.class;
        }
        return field instanceof ResidentField residentField
                ? ResidentColumns.of(residentField).type()
                : String.class;
    }

    private static String kind(PersonalField field, Class<?> type, List<Choice> options) {
        if (!options.isEmpty()) {
            return "choice";
        }
        if (field == NOTE) {
            return "area";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (field == PHONE) {
            return "phone";
        }
        return type == Nik.class || type == NoKk.class ? "digits" : "text";
    }

    private List<Choice> options(Class<?> type, boolean required) {
        List<Choice> options = new ArrayList<>();
        FieldText.entries(type)
                .forEach(entry -> options.add(new Choice(String.valueOf(entry.code()), Readings.readable(entry))));
        if (!options.isEmpty() && !required) {
            options.add(0, new Choice("", texts.of("form.choose")));
        }
        return options;
    }
}
