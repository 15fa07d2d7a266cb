package id.smartkampung.village.change;

import id.smartkampung.model.change.MutationKind;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.register.ResidentDraft;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What stands in the form of a mutation: the typed texts, and what they mean. */
public final class MutationForm {

    private static final int LONGEST = 500;

    private final MultivaluedMap<String, String> typed;
    private final FieldErrors errors = FieldErrors.none();
    private final Texts texts;

    private MutationForm(MultivaluedMap<String, String> typed, Texts texts) {
        this.typed = typed;
        this.texts = texts;
    }

    static MutationForm blank(LocalDate today, Texts texts) {
        MutationForm form = new MutationForm(new MultivaluedHashMap<>(), texts);
        form.preset("lapor", Wib.shortDate(today));
        return form;
    }

    static MutationForm typed(MultivaluedMap<String, String> sent, Texts texts) {
        return new MutationForm(sent, texts);
    }

    void preset(String name, Object value) {
        typed.putSingle(name, FieldText.of(value));
    }

    /** The text of a field, as it was typed. */
    public String value(String name) {
        return Objects.requireNonNullElse(typed.getFirst(name), "");
    }

    /** Whether this one of several boxes of a name is ticked. */
    public boolean ticked(String name, UUID value) {
        return typed.getOrDefault(name, List.of()).contains(value.toString());
    }

    public FieldErrors errors() {
        return errors;
    }

    /** What is reported; null in what cannot be read, which is told in the errors. */
    MutationDraft toDraft(MutationKind kind, KodeWilayah own, LocalDate today) {
        LocalDate happened = required("tanggal", LocalDate.class);
        LocalDate reported = required("lapor", LocalDate.class);
        if (reported != null && reported.isAfter(today)) {
            errors.add("lapor", texts.of("mutation.in-future"));
        }
        if (happened != null && happened.isAfter(today)) {
            errors.add("tanggal", texts.of("mutation.in-future"));
        }
        if (happened != null && reported != null && happened.isAfter(reported)) {
            errors.add("tanggal", texts.of("mutation.after-report"));
        }
        MoveKind move = kind.isMove() ? required("klasifikasi", MoveKind.class) : null;
        KodeWilayah area = kind.isMove() ? area(move, own) : null;
        String otherPlace = text("tujuan");
        if (kind.isMove() && area == null && otherPlace == null) {
            errors.add("tujuan", texts.of("form.required"));
        }
        return new MutationDraft(
                kind,
                happened,
                reported,
                move,
                area,
                otherPlace,
                text("tempat"),
                text("maksud"),
                text("dokumen"),
                text("pelapor"),
                text("catatan"));
    }

    /** A child of these parents, who may be unknown. */
    ResidentDraft toChild(Resident mother, Resident father, Resident placeOf) {
        ResidentDraft draft = new ResidentDraft()
                .set(ResidentField.FULL_NAME, required("nama", String.class))
                .set(ResidentField.NIK, read("nik", Nik.class))
                .set(ResidentField.SEX, required("jk", Sex.class))
                .set(ResidentField.BORN_ON, read("tanggal", LocalDate.class))
                .set(ResidentField.BORN_IN, text("tempat"))
                .set(ResidentField.RELATIONSHIP, required("hubungan", Relationship.class))
                .set(ResidentField.MARITAL_STATUS, MaritalStatus.SINGLE)
                .set(ResidentField.CITIZENSHIP, required("warga", Citizenship.class))
                .set(ResidentField.BIRTH_CERTIFICATE, text("akta"));
        if (mother == null) {
            errors.add("ibu", texts.of("form.required"));
        } else {
            draft.set(ResidentField.MOTHER_NAME, mother.fullName).set(ResidentField.MOTHER_NIK, mother.nik);
        }
        if (father != null) {
            draft.set(ResidentField.FATHER_NAME, father.fullName).set(ResidentField.FATHER_NIK, father.nik);
        }
        return draft.set(ResidentField.RELIGION, placeOf.religion)
                .set(ResidentField.RESIDENCY, Objects.requireNonNullElse(placeOf.residency, Residency.PERMANENT))
                .set(ResidentField.DUSUN, placeOf.dusun)
                .set(ResidentField.RW, placeOf.rw)
                .set(ResidentField.RT, placeOf.rt);
    }

    /** Somebody who was never in this register. */
    ResidentDraft toNewcomer() {
        ResidentDraft draft = new ResidentDraft()
                .set(ResidentField.FULL_NAME, required("nama", String.class))
                .set(ResidentField.NIK, read("nik", Nik.class))
                .set(ResidentField.SEX, required("jk", Sex.class))
                .set(ResidentField.BORN_IN, text("lahir-di"))
                .set(ResidentField.BORN_ON, read("lahir", LocalDate.class))
                .set(ResidentField.RELIGION, read("agama", Religion.class))
                .set(ResidentField.MARITAL_STATUS, read("kawin", MaritalStatus.class))
                .set(ResidentField.CITIZENSHIP, required("warga", Citizenship.class))
                .set(ResidentField.RELATIONSHIP, read("hubungan", Relationship.class))
                .set(ResidentField.RESIDENCY, required("menetap", Residency.class))
                .set(ResidentField.DUSUN, text("dusun"))
                .set(ResidentField.RW, text("rw"))
                .set(ResidentField.RT, text("rt"));
        NoKk card = read("noKk", NoKk.class);
        if (card != null) {
            draft.onFamilyCard(card, text("alamat"));
        } else {
            draft.set(ResidentField.CURRENT_ADDRESS, text("alamat"));
        }
        if (draft.get(ResidentField.RESIDENCY) == Residency.TEMPORARY && text("maksud") == null) {
            errors.add("maksud", texts.of("form.required"));
        }
        return draft;
    }

    /** Those who were ticked, and the one whom the form is about. */
    Set<UUID> going(UUID first) {
        Set<UUID> going = new LinkedHashSet<>(Set.of(first));
        for (String ticked : typed.getOrDefault("ikut", List.of())) {
            UUID id = (UUID) parse("ikut", UUID.class, ticked);
            if (id != null) {
                going.add(id);
            }
        }
        return going;
    }

    UUID chosen(String name) {
        return read(name, UUID.class);
    }

    private KodeWilayah area(MoveKind move, KodeWilayah own) {
        boolean inRegency = move == MoveKind.WITHIN_KECAMATAN || move == MoveKind.WITHIN_KABUPATEN;
        if (!inRegency) {
            return move == null ? null : farther(move, own);
        }
        String code = required("wilayah", String.class);
        if (code == null) {
            return null;
        }
        // A desa of the same kecamatan, or of another one, as it was said how far the move goes.
        Optional<KodeWilayah> area = Wilayah.desa().stream()
                .map(Wilayah.Area::kode)
                .filter(kode -> kode.value().equals(code) && !kode.equals(own))
                .filter(kode -> kode.kecamatan().equals(own.kecamatan()) == (move == MoveKind.WITHIN_KECAMATAN))
                .findFirst();
        if (area.isEmpty()) {
            errors.add("wilayah", texts.of("mutation.wrong-area"));
        }
        return area.orElse(null);
    }

    /** A kabupaten or kota of the same provinsi, or of another one; null where it is abroad or not known. */
    private KodeWilayah farther(MoveKind move, KodeWilayah own) {
        String code = text("kabupaten");
        if (code == null) {
            return null;
        }
        Optional<KodeWilayah> area = Wilayah.kabupaten().stream()
                .map(Wilayah.Area::kode)
                .filter(kode -> kode.value().equals(code) && !kode.equals(own.kabupaten()))
                .filter(kode -> kode.provinsi().equals(own.provinsi()) == (move == MoveKind.WITHIN_PROVINSI))
                .findFirst();
        if (area.isEmpty()) {
            errors.add("kabupaten", texts.of("mutation.wrong-area"));
        }
        return area.orElse(null);
    }

    private String text(String name) {
        return read(name, String.class);
    }

    private <T> T required(String name, Class<T> type) {
        T value = read(name, type);
        if (value == null) {
            errors.add(name, texts.of("form.required"));
        }
        return value;
    }

    private <T> T read(String name, Class<T> type) {
        return type.cast(parse(name, type, typed.getFirst(name)));
    }

    private Object parse(String name, Class<?> type, String text) {
        if (text != null && text.length() > LONGEST) {
            errors.add(name, texts.of("form.too-long", LONGEST));
            return null;
        }
        try {
            return FieldText.parse(type, text);
        } catch (IllegalArgumentException e) {
            errors.add(name, texts.of("form.wrong." + type.getSimpleName()));
            return null;
        }
    }
}
