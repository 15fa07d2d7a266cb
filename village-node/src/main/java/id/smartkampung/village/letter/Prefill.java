package id.smartkampung.village.letter;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterSigner;
import id.smartkampung.model.vocabulary.Sex;
import id.smartkampung.village.lettertype.LetterTypes;
import id.smartkampung.village.register.Resident;
import id.smartkampung.village.request.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a form already knows: from the register, from the request, and from the person's last letter of that kind. */
@ApplicationScoped
class Prefill {

    /** Fields that the catalogue calls so; a village's own types may use the names too. */
    private static final String PURPOSE = "keperluan";

    private static final String ADDRESS = "alamat_domisili";
    private static final String FATHER = "ayah_nik";
    private static final String MOTHER = "ibu_nik";

    private final EntityManager entities;
    private final LetterPerson people;

    Prefill(EntityManager entities, LetterPerson people) {
        this.entities = entities;
        this.people = people;
    }

    Answers of(Request request, Resident applicant, Bundle bundle) {
        Map<String, String> answers = new HashMap<>();
        Map<String, LetterField> fields = Bundle.fields(bundle.all());
        Answers last = lastOf(request).orElseGet(Answers::none);
        fields.values().stream()
                .filter(field -> !isOfItsDay(field))
                .forEach(field -> put(answers, fields, field.name(), last.of(field.name())));
        put(answers, fields, PURPOSE, request.purposeText);
        put(answers, fields, ADDRESS, answers.containsKey(ADDRESS) ? null : people.address(applicant));
        put(answers, fields, FATHER, parent(applicant.fatherNik, applicant.fatherName));
        put(answers, fields, MOTHER, parent(applicant.motherNik, applicant.motherName));
        for (LetterField field : fields.values()) {
            if (field.kind() == FieldKind.EDUCATION && applicant.education != null) {
                put(answers, fields, field.name(), String.valueOf(applicant.education.code()));
            }
        }
        for (LetterTypes.Current letter : bundle.all()) {
            letter.type().signers().forEach(signer -> spouse(signer, applicant, answers, fields));
        }
        return Answers.of(answers);
    }

    /** A date, or who came along, is never that of the last time. */
    private static boolean isOfItsDay(LetterField field) {
        return switch (field.kind()) {
            case DATE, DATE_TIME, PEOPLE, LONG_TEXT -> true;
            default -> false;
        };
    }

    private static void spouse(
            LetterSigner signer, Resident applicant, Map<String, String> answers, Map<String, LetterField> fields) {
        boolean groom = signer.role() == LetterSigner.Role.GROOM && applicant.sex == Sex.MALE;
        boolean bride = signer.role() == LetterSigner.Role.BRIDE && applicant.sex == Sex.FEMALE;
        if (groom || bride) {
            put(answers, fields, signer.field(), Answers.known(applicant.id));
        }
    }

    private static String parent(Nik nik, String name) {
        if (nik == null) {
            return name;
        }
        return Resident.findByNik(nik)
                .map(resident -> Answers.known(resident.id))
                .orElse(name == null ? null : nik.value() + "; " + name);
    }

    private static void put(Map<String, String> answers, Map<String, LetterField> fields, String name, String value) {
        if (value != null && !value.isBlank() && fields.containsKey(name)) {
            answers.put(name, value);
        }
    }

    private Optional<Answers> lastOf(Request request) {
        List<LetterFilling> last = entities.createQuery("""
                        select f from LetterFilling f join Request q on q.id = f.requestId
                        where q.applicantId = :applicant and q.kind = :kind and q.id <> :request
                        order by f.savedAt desc
                        """, LetterFilling.class)
                .setParameter("applicant", request.applicantId)
                .setParameter("kind", request.kind)
                .setParameter("request", request.id)
                .setMaxResults(1)
                .getResultList();
        return last.stream().findFirst().map(LetterFilling::answers);
    }
}
