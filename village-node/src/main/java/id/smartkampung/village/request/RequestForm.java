package id.smartkampung.village.request;

import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.request.Channel;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.value.PhoneNumber;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;

/** What stands in the form of a request. */
public class RequestForm {

    private static final int LONGEST = 500;

    @RestForm
    public String saluran;

    @RestForm
    public String keperluan;

    @RestForm
    public String kontak;

    @RestForm
    public String catatan;

    /** A box that is sent only when it is ticked. */
    @RestForm
    public String antar;

    /** Empty when something is wrong, which is told in the errors. */
    Optional<RequestDraft> toDraft(Resident applicant, LetterType letter, FieldErrors errors, Texts texts) {
        Optional<Channel> channel = Arrays.stream(Channel.values())
                .filter(one -> one.name().equals(saluran) && letter.channels().contains(one))
                .findFirst();
        if (channel.isEmpty()) {
            errors.add("saluran", texts.of("form.required"));
        }
        String purpose = text("keperluan", keperluan, errors, texts);
        String typed = text("kontak", kontak, errors, texts);
        String contact = typed == null ? applicant.phone : PhoneNumber.normal(typed);
        String note = text("catatan", catatan, errors, texts);
        if (antar != null && contact == null && note == null) {
            errors.add("kontak", texts.of("request.delivery-needs-contact"));
        }
        return errors.isEmpty()
                ? channel.map(from ->
                        new RequestDraft(applicant.id, letter.kind(), from, antar != null, purpose, contact, note))
                : Optional.empty();
    }

    private static String text(String name, String typed, FieldErrors errors, Texts texts) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (typed.indexOf('\0') >= 0) {
            errors.add(name, texts.of("form.wrong.String"));
        }
        if (typed.length() > LONGEST) {
            errors.add(name, texts.of("form.too-long", LONGEST));
        }
        return typed.strip();
    }
}
