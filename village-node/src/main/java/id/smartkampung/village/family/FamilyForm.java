package id.smartkampung.village.family;

import id.smartkampung.model.identity.NoKk;
import id.smartkampung.village.register.Family;
import id.smartkampung.village.register.FamilyDraft;
import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the form of a family. */
public class FamilyForm {

    private static final int LONGEST = 500;

    @RestForm
    public String noKk;

    @RestForm
    public String address;

    @RestForm
    public String dusun;

    @RestForm
    public String rt;

    @RestForm
    public String rw;

    @RestForm
    public int version;

    /** Whether the members move along; a box that is sent only when it is ticked. */
    @RestForm
    public String settle;

    static FamilyForm of(Family family) {
        FamilyForm form = new FamilyForm();
        form.noKk = FieldText.of(family.noKk);
        form.address = family.address;
        form.dusun = family.dusun;
        form.rt = family.rt;
        form.rw = family.rw;
        form.version = family.version;
        return form;
    }

    /** What it means; null in a field that cannot be read, which is told in the errors. */
    FamilyDraft toDraft(FieldErrors errors, Texts texts) {
        return new FamilyDraft(
                (NoKk) read("noKk", NoKk.class, noKk, errors, texts),
                (String) read("address", String.class, address, errors, texts),
                (String) read("dusun", String.class, dusun, errors, texts),
                (String) read("rw", String.class, rw, errors, texts),
                (String) read("rt", String.class, rt, errors, texts));
    }

    private static Object read(String name, Class<?> type, String typed, FieldErrors errors, Texts texts) {
        if (typed != null && typed.length() > LONGEST) {
            errors.add(name, texts.of("form.too-long", LONGEST));
            return null;
        }
        try {
            return FieldText.parse(type, typed);
        } catch (IllegalArgumentException e) {
            errors.add(name, texts.of("form.wrong." + type.getSimpleName()));
            return null;
        }
    }
}
