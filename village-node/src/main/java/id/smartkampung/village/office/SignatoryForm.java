package id.smartkampung.village.office;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the form of somebody who signs. */
public class SignatoryForm {

    private static final Pattern NIK = Pattern.compile("\\d{16}");

    @RestForm
    public String nama;

    @RestForm
    public String dasar;

    @RestForm
    public String jabatan;

    @RestForm
    public String pangkat;

    @RestForm
    public String nip;

    @RestForm
    public String nik;

    FieldErrors check(Texts texts) {
        FieldErrors errors = FieldErrors.none();
        if (OfficeForm.text(nama) == null) {
            errors.add("nama", texts.of("form.required"));
        }
        OfficeForm.tooLong("nama", nama, errors, texts);
        OfficeForm.tooLong("jabatan", jabatan, errors, texts);
        OfficeForm.tooLong("pangkat", pangkat, errors, texts);
        OfficeForm.tooLong("nip", nip, errors, texts);
        if (OfficeForm.text(nik) != null && !NIK.matcher(nik.strip()).matches()) {
            errors.add("nik", texts.of("form.wrong.Nik"));
        }
        boolean known = Arrays.stream(Signatory.Basis.values())
                .anyMatch(basis -> basis.name().equals(dasar));
        if (!known) {
            errors.add("dasar", texts.of("form.required"));
        } else if (Signatory.Basis.ON_BEHALF.name().equals(dasar) && OfficeForm.text(jabatan) == null) {
            errors.add("jabatan", texts.of("office.position-missing"));
        }
        return errors;
    }

    void copyTo(Signatory signatory) {
        signatory.name = OfficeForm.text(nama);
        signatory.basis = Signatory.Basis.valueOf(dasar);
        signatory.position = OfficeForm.text(jabatan);
        signatory.rank = OfficeForm.text(pangkat);
        signatory.nip = OfficeForm.text(nip);
        signatory.nik = OfficeForm.text(nik) == null ? null : new Nik(nik.strip());
    }
}
