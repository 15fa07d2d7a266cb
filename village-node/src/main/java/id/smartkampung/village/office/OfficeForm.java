package id.smartkampung.village.office;

import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.PlainText;
import id.smartkampung.web.text.Texts;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the form of the office. */
public class OfficeForm {

    private static final int LONGEST = 200;

    @RestForm
    public int version;

    @RestForm
    public String alamat;

    @RestForm
    public String kodePos;

    @RestForm
    public String telepon;

    @RestForm
    public String posel;

    @RestForm
    public String kertas;

    @RestForm
    public String kodeUnit;

    @RestForm
    public String pola;

    @RestForm
    public String pencacah;

    /** A box that is sent only when it is ticked. */
    @RestForm
    public String klasifikasiLama;

    static OfficeForm of(Office office) {
        OfficeForm form = new OfficeForm();
        form.version = office.version;
        form.alamat = office.address;
        form.kodePos = office.postalCode;
        form.telepon = office.phone;
        form.posel = office.email;
        form.kertas = office.paper.name();
        form.kodeUnit = office.unitCode;
        form.pola = office.numberPattern;
        form.pencacah = office.counterScope.name();
        form.klasifikasiLama = office.formerScheme ? "ya" : null;
        return form;
    }

    FieldErrors check(Texts texts) {
        FieldErrors errors = FieldErrors.none();
        tooLong("alamat", alamat, errors, texts);
        tooLong("telepon", telepon, errors, texts);
        tooLong("posel", posel, errors, texts);
        if (kodePos != null && !kodePos.isBlank() && !kodePos.strip().matches("\\d{5}")) {
            errors.add("kodePos", texts.of("office.postal-code"));
        }
        if (Arrays.stream(Office.PaperSize.values())
                .noneMatch(size -> size.name().equals(kertas))) {
            errors.add("kertas", texts.of("form.required"));
        }
        tooLong("kodeUnit", kodeUnit, errors, texts);
        boolean byClassification = Office.CounterScope.CLASSIFICATION.name().equals(pencacah);
        NumberPattern.problem(pola, kodeUnit, byClassification)
                .ifPresent(problem -> errors.add("pola", texts.of("office." + problem)));
        if (Arrays.stream(Office.CounterScope.values())
                .noneMatch(scope -> scope.name().equals(pencacah))) {
            errors.add("pencacah", texts.of("form.required"));
        }
        return errors;
    }

    void copyTo(Office office) {
        office.address = text(alamat);
        office.postalCode = text(kodePos);
        office.phone = text(telepon);
        office.email = text(posel);
        office.paper = Office.PaperSize.valueOf(kertas);
        office.unitCode = text(kodeUnit);
        office.numberPattern = pola.strip();
        office.counterScope = Office.CounterScope.valueOf(pencacah);
        office.formerScheme = klasifikasiLama != null;
    }

    static void tooLong(String name, String typed, FieldErrors errors, Texts texts) {
        if (typed != null && typed.length() > LONGEST) {
            errors.add(name, texts.of("form.too-long", LONGEST));
        }
    }

    static String text(String typed) {
        String text = PlainText.line(typed);
        return text.isEmpty() ? null : text;
    }
}
