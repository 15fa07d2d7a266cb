package id.smartkampung.village.office;

import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the form of somebody who signs. */
public class SignatoryForm {

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

    FieldErrors check(Texts texts) {
        FieldErrors errors = FieldErrors.none();
        if (OfficeForm.text(nama) == null) {
            errors.add("nama", texts.of("form.required"));
        }
        OfficeForm.tooLong("nama", nama, errors, texts);
        OfficeForm.tooLong("jabatan", jabatan, errors, texts);
        OfficeForm.tooLong("pangkat", pangkat, errors, texts);
        OfficeForm.tooLong("nip", nip, errors, texts);
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
    }
}
