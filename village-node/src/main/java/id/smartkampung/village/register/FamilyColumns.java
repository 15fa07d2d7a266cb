package id.smartkampung.village.register;

import id.smartkampung.model.family.FamilyField;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.village.history.Column;
import java.util.List;
import java.util.Optional;

/** The fields of a family as columns. */
public final class FamilyColumns {

    private static final List<Column<Family, ?>> ALL = List.of(
            new Column<>(FamilyField.NO_KK, NoKk.class, f -> f.noKk, (f, v) -> f.noKk = v),
            new Column<>(FamilyField.ADDRESS, String.class, f -> f.address, (f, v) -> f.address = v),
            new Column<>(FamilyField.DUSUN, String.class, f -> f.dusun, (f, v) -> f.dusun = v),
            new Column<>(FamilyField.RW, String.class, f -> f.rw, (f, v) -> f.rw = v),
            new Column<>(FamilyField.RT, String.class, f -> f.rt, (f, v) -> f.rt = v));

    private FamilyColumns() {}

    public static List<Column<Family, ?>> all() {
        return ALL;
    }

    static Column<Family, ?> of(FamilyField field) {
        return find(field.property()).orElseThrow();
    }

    public static Optional<Column<Family, ?>> find(String property) {
        return ALL.stream().filter(column -> column.property().equals(property)).findFirst();
    }
}
