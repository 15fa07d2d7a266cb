package id.smartkampung.district.mall;

import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.letter.LetterType;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import jakarta.ws.rs.DefaultValue;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** What a clerk of the service mall fills in for somebody. */
public class MallForm {

    static final int LONGEST = 500;

    /** Chosen when the form was opened, so that pressing twice is asking once. */
    @RestForm
    @DefaultValue("")
    public String id = "";

    @RestForm
    @DefaultValue("")
    public String jenis = "";

    @RestForm
    @DefaultValue("")
    public String keperluan = "";

    @RestForm
    @DefaultValue("")
    public String kontak = "";

    @RestForm
    @DefaultValue("")
    public String catatan = "";

    /** Empty when something is wrong, which is told in the errors. */
    Optional<MallWish> toWish(NodeId node, UUID resident, FieldErrors errors, Texts texts) {
        Optional<LetterKind> kind = MallService.offered().stream()
                .map(LetterType::kind)
                .filter(one -> one.code().equals(jenis))
                .findFirst();
        if (kind.isEmpty()) {
            errors.add("jenis", texts.of("mall.kind-missing"));
        }
        if (keperluan.isBlank()) {
            errors.add("keperluan", texts.of("mall.purpose-missing"));
        }
        String purpose = text("keperluan", keperluan, errors, texts);
        String contact = text("kontak", kontak, errors, texts);
        String note = text("catatan", catatan, errors, texts);
        return errors.isEmpty()
                ? kind.map(code -> new MallWish(UUID.fromString(id), node, resident, code, purpose, contact, note))
                : Optional.empty();
    }

    boolean hasId() {
        try {
            return UUID.fromString(id).toString().equals(id);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String text(String field, String typed, FieldErrors errors, Texts texts) {
        String stripped = typed.strip();
        if (stripped.length() > LONGEST || stripped.indexOf('\0') >= 0) {
            errors.add(field, texts.of("mall.text-wrong", LONGEST));
        }
        return stripped.isEmpty() ? null : stripped;
    }
}
