package id.smartkampung.village.letter;

import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterSigner;
import id.smartkampung.model.letter.LetterText;
import id.smartkampung.village.office.Letterheads;
import id.smartkampung.village.office.Office;
import id.smartkampung.village.paper.Paper;
import id.smartkampung.village.profile.VillageProfile;
import id.smartkampung.village.register.Resident;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Writes a letter: its type with what was filled in and what the register knows, as a sheet of paper. */
@ApplicationScoped
public class LetterPaper {

    private static final int SIDE_BY_SIDE = 2;
    private static final String ENDS = ".:;?!";

    private final LetterValues values;
    private final LetterPerson people;
    private final Letterheads letterheads;
    private final VillageProfile village;
    private final Texts texts;

    LetterPaper(
            LetterValues values, LetterPerson people, Letterheads letterheads, VillageProfile village, Texts texts) {
        this.values = values;
        this.people = people;
        this.letterheads = letterheads;
        this.village = village;
        this.texts = texts;
    }

    /** A letter that is still a draft: without number, and marked as such; a form of citizens is ready as it is. */
    public Paper draft(LetterValues.Source source) {
        if (!source.type().signedByVillageHead()) {
            return sheet(source, "");
        }
        return sheet(source, texts.of("letter.number-to-come")).stamped(null).marked(texts.of("letter.draft-mark"));
    }

    /** A letter with its number; the place of who signs for the village is empty, see {@link Paper#stamped}. */
    public Paper numbered(LetterValues.Source source, String number) {
        return sheet(source, texts.of("letter.number", number));
    }

    /** What citizens sign carries the number where the village acknowledges it, and no head. */
    private Paper sheet(LetterValues.Source source, String number) {
        boolean own = source.type().hasLetterhead();
        return new Paper(
                source.type().name(),
                own ? letterheads.head() : null,
                source.type().heading(),
                own ? number : "",
                parts(source),
                signatures(source, own ? "" : number),
                "",
                null,
                null,
                Office.get().paper.name());
    }

    private List<Paper.Part> parts(LetterValues.Source source) {
        List<Paper.Part> parts = new ArrayList<>();
        for (String written : source.type().body()) {
            LetterText.Line line = LetterText.read(written);
            if (line.isBlock()) {
                parts.add(block(line, source));
                continue;
            }
            StringBuilder text = new StringBuilder();
            for (LetterText.Piece piece : line.pieces()) {
                text.append(piece.placeholder() ? values.of(piece.words(), source) : piece.words());
            }
            text.toString()
                    .lines()
                    .filter(paragraph -> !paragraph.isBlank())
                    .forEach(paragraph -> parts.add(paragraph(paragraph.strip(), parts.isEmpty())));
        }
        return parts;
    }

    /** What goes on behind a table begins small; an address or a call has no end of a sentence. */
    private static Paper.Part paragraph(String text, boolean first) {
        boolean goesOn = Character.isLowerCase(text.codePointAt(0));
        boolean sentence = ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return Paper.Part.paragraph(text, !goesOn && (sentence || !first));
    }

    private Paper.Part block(LetterText.Line line, LetterValues.Source source) {
        String field = line.fields().isEmpty() ? "" : line.fields().get(0);
        return switch (line.block()) {
            case IDENTITY ->
                Paper.Part.pairs(
                        LetterText.APPLICANT.equals(field)
                                ? people.identity(source.applicant())
                                : people.identity(source.answers().of(field)));
            case DETAILS -> Paper.Part.pairs(details(line.fields(), source));
            case PEOPLE ->
                table(source.answers().people(field).stream().map(people::row).toList());
            case FAMILY ->
                table(family(source.applicant()).stream().map(people::row).toList());
            case BIODATA -> Paper.Part.pairs(people.biodata(source.applicant()));
            case ENCLOSURES -> Paper.Part.boxes(source.type().requirements());
        };
    }

    private List<Paper.Pair> details(List<String> names, LetterValues.Source source) {
        return names.stream()
                .flatMap(name -> source.type().field(name).stream())
                .map(field -> new Paper.Pair(field.label(), written(field.kind(), field.name(), source), false))
                .toList();
    }

    private String written(FieldKind kind, String name, LetterValues.Source source) {
        String value = values.of(name, source);
        return kind == FieldKind.MONEY ? texts.of("letter.rupiah", value) : value;
    }

    /** A table of nobody says so. */
    private Paper.Part table(List<List<String>> rows) {
        List<String> columns =
                List.of(texts.of("letter.nik"), texts.of("letter.name"), texts.of("letter.relationship-short"));
        return Paper.Part.grid(columns, rows.isEmpty() ? List.of(List.of("–", "–", "–")) : rows);
    }

    private static List<Resident> family(Resident applicant) {
        return applicant.familyId == null
                ? List.of(applicant)
                : Resident.listByFamily(applicant.familyId).stream()
                        .filter(member -> member.isCounted() || member.id.equals(applicant.id))
                        .toList();
    }

    private List<Paper.Signatures> signatures(LetterValues.Source source, String acknowledgedBy) {
        List<Paper.Signature> signing = new ArrayList<>();
        List<Paper.Signature> acknowledging = new ArrayList<>();
        for (LetterSigner signer : source.answers().signers(source.type())) {
            (signer.acknowledges() ? acknowledging : signing).addAll(signature(signer, source));
        }
        List<Paper.Signatures> rows = new ArrayList<>();
        String where = texts.of("letter.where", village.name(), Wib.date(source.issuedOn()));
        for (int i = 0; i < signing.size(); i += SIDE_BY_SIDE) {
            List<Paper.Signature> row = signing.subList(i, Math.min(signing.size(), i + SIDE_BY_SIDE));
            rows.add(new Paper.Signatures("", i == 0 ? dated(row, where) : row));
        }
        for (int i = 0; i < acknowledging.size(); i += SIDE_BY_SIDE) {
            String above = i == 0 ? (texts.of("letter.acknowledging") + " " + acknowledgedBy).strip() : "";
            rows.add(new Paper.Signatures(
                    above, acknowledging.subList(i, Math.min(acknowledging.size(), i + SIDE_BY_SIDE))));
        }
        return rows;
    }

    /** Place and date stand over the one on the right. */
    private static List<Paper.Signature> dated(List<Paper.Signature> row, String where) {
        List<Paper.Signature> dated = new ArrayList<>(row);
        Paper.Signature last = dated.remove(dated.size() - 1);
        dated.add(new Paper.Signature(where, last.as(), last.name(), last.below(), last.stamp()));
        return dated;
    }

    private List<Paper.Signature> signature(LetterSigner signer, LetterValues.Source source) {
        String by = texts.of("signer." + signer.role().name()) + ",";
        return switch (signer.role()) {
            case VILLAGE_HEAD ->
                List.of(new Paper.Signature(
                        "",
                        letterheads.signedAs(source.signatory()),
                        source.signatory().name,
                        letterheads.signedBelow(source.signatory()),
                        Paper.Stamp.PLACE));
            case APPLICANT, PROXY_GIVER -> List.of(plain(by, source.applicant().fullName));
            case HEIRS ->
                source.answers().people(signer.field()).stream()
                        .map(person -> plain(by, people.name(person)))
                        .toList();
            case CAMAT -> List.of(plain(texts.of("letter.camat", village.kecamatan()), texts.of("letter.by-hand")));
            case DANRAMIL -> List.of(plain(by, texts.of("letter.by-hand")));
            case GROOM, BRIDE, FATHER, MOTHER, PERMIT_GIVER, PROXY_TAKER, SELLER, BUYER ->
                List.of(plain(
                        by,
                        source.answers().of(signer.field()) == null
                                ? texts.of("letter.by-hand")
                                : people.name(source.answers().of(signer.field()))));
        };
    }

    private static Paper.Signature plain(String as, String name) {
        return new Paper.Signature("", List.of(as), name, List.of(), null);
    }
}
