package id.smartkampung.village.register;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What somebody wants a resident to be: the fields that were given, and the family card they belong on.
 *
 * <p>A field that is not given stays as it is; a field given as null is emptied.
 */
public final class ResidentDraft {

    private final Map<ResidentField, Object> values = new EnumMap<>(ResidentField.class);

    /** Whether a family was named at all; otherwise the person stays where they are. */
    private boolean familyGiven;

    private NoKk noKk;

    private String address;

    /** Gives a field a value of the type of its column. */
    public ResidentDraft set(ResidentField field, Object value) {
        if (field == ResidentField.FAMILY) {
            throw new IllegalArgumentException("the family is given by its No. KK");
        }
        if (value != null && !ResidentColumns.of(field).type().isInstance(value)) {
            throw new IllegalArgumentException(field + " has no values of " + value.getClass());
        }
        values.put(field, value);
        return this;
    }

    /**
     * Puts the person on a family card, or on none.
     *
     * @param address of the family; null leaves it as it is
     */
    public ResidentDraft onFamilyCard(NoKk card, String address) {
        this.familyGiven = true;
        this.noKk = card;
        this.address = address;
        return this;
    }

    public Map<ResidentField, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    public boolean has(ResidentField field) {
        return values.containsKey(field);
    }

    public Object get(ResidentField field) {
        return values.get(field);
    }

    public Nik nik() {
        return (Nik) values.get(ResidentField.NIK);
    }

    public boolean isFamilyGiven() {
        return familyGiven;
    }

    public NoKk noKk() {
        return noKk;
    }

    public String address() {
        return address;
    }

    FamilyDraft familyDraft() {
        return new FamilyDraft(
                noKk, address, text(ResidentField.DUSUN), text(ResidentField.RW), text(ResidentField.RT));
    }

    private String text(ResidentField field) {
        return (String) values.get(field);
    }
}
