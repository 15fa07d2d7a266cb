package id.smartkampung.village.letter.effect;

import id.smartkampung.village.value.FieldText;
import id.smartkampung.web.error.RefusedException;
import java.time.LocalDate;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** What only an officer can say when a letter changes the register. */
public class EffectForm {

    private static final int UNPROCESSABLE = 422;

    /** Who becomes head of the family. */
    @RestForm
    String pengganti;

    /** When it happened for certain. */
    @RestForm
    String tanggal;

    /** The paper that says so for certain. */
    @RestForm
    String dokumen;

    static EffectForm none() {
        return new EffectForm();
    }

    UUID successor() {
        if (pengganti == null || pengganti.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(pengganti);
        } catch (IllegalArgumentException e) {
            throw refused("head-needs-successor", e);
        }
    }

    /** The day that was confirmed. */
    LocalDate day() {
        if (tanggal == null || tanggal.isBlank()) {
            throw new RefusedException(UNPROCESSABLE, "effect-day-missing");
        }
        try {
            return (LocalDate) FieldText.parse(LocalDate.class, tanggal);
        } catch (IllegalArgumentException e) {
            throw refused("effect-day-missing", e);
        }
    }

    String document() {
        return dokumen == null || dokumen.isBlank() ? null : dokumen.strip();
    }

    private static RefusedException refused(String code, Exception cause) {
        RefusedException refusal = new RefusedException(UNPROCESSABLE, code);
        refusal.initCause(cause);
        return refusal;
    }
}
