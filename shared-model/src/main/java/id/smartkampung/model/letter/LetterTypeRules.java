package id.smartkampung.model.letter;

import id.smartkampung.model.request.Channel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with a letter type before anybody is given a letter of it. */
public final class LetterTypeRules {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final Pattern CLASSIFICATION = Pattern.compile("[0-9]{3}(\\.[0-9]{1,3}){0,5}");
    private static final Pattern STRAY = Pattern.compile("[{}\\[\\]]");
    private static final int MOST_FACTS = 3;

    /** Ways on which nobody of the office sees who asks. */
    private static final Set<Channel> FROM_AFAR = EnumSet.of(Channel.KIOSK, Channel.ANDROID, Channel.WHATSAPP);

    private final LetterType type;
    private final List<Problem> problems = new ArrayList<>();

    private LetterTypeRules(LetterType type) {
        this.type = type;
    }

    /** Where something is wrong: the part of the type. */
    public enum Place {
        NAME,
        HEADING,
        CLASSIFICATION,
        FORMER_CLASSIFICATION,
        CHANNELS,
        FIELDS,
        CHECKS,
        SIGNERS,
        BODY,
        FACTS,
        ALONGSIDE
    }

    /**
     * One thing that is wrong.
     *
     * @param code such as {@code placeholder-unknown}
     * @param word what was written, to be shown; empty where nothing was
     */
    public record Problem(Place place, String code, String word) {}

    public static List<Problem> check(LetterType type) {
        LetterTypeRules rules = new LetterTypeRules(type);
        rules.checkWords();
        rules.checkFields();
        rules.checkChecks();
        rules.checkSigners();
        rules.checkBody();
        rules.checkFacts();
        return List.copyOf(rules.problems);
    }

    private void checkWords() {
        require(!type.name().isBlank(), Place.NAME, "missing", "");
        require(!type.heading().isBlank(), Place.HEADING, "missing", "");
        require(
                CLASSIFICATION.matcher(type.classification()).matches(),
                Place.CLASSIFICATION,
                "classification",
                type.classification());
        require(
                type.formerClassification().isEmpty()
                        || CLASSIFICATION.matcher(type.formerClassification()).matches(),
                Place.FORMER_CLASSIFICATION,
                "classification",
                type.formerClassification());
        require(!type.channels().isEmpty(), Place.CHANNELS, "missing", "");
        boolean met = !type.faceToFace() || type.channels().stream().noneMatch(FROM_AFAR::contains);
        require(met, Place.CHANNELS, "channels-from-afar", "");
        require(
                !type.alongside().contains(type.kind()),
                Place.ALONGSIDE,
                "alongside-itself",
                type.kind().code());
    }

    private void checkFields() {
        Set<String> seen = new HashSet<>();
        for (LetterField field : type.fields()) {
            require(NAME.matcher(field.name()).matches(), Place.FIELDS, "field-name", field.name());
            require(seen.add(field.name()), Place.FIELDS, "field-twice", field.name());
            boolean taken =
                    LetterText.Placeholder.of(field.name()).isPresent() || LetterText.APPLICANT.equals(field.name());
            require(!taken, Place.FIELDS, "field-taken", field.name());
            require(!field.label().isBlank(), Place.FIELDS, "label-missing", field.name());
            boolean options =
                    field.kind() != FieldKind.CHOICE || !field.options().isEmpty();
            require(options, Place.FIELDS, "options-missing", field.name());
        }
    }

    private void checkChecks() {
        for (LetterCheck check : type.checks()) {
            require(
                    !check.hint().isBlank(),
                    Place.CHECKS,
                    "hint-missing",
                    check.kind().name());
            if (check.kind() == LetterCheck.Kind.MARITAL_STATUS) {
                require(!check.statuses().isEmpty(), Place.CHECKS, "number-missing", check.hint());
                continue;
            }
            boolean counted = check.number() != null || check.kind() == LetterCheck.Kind.NOT_AFTER_TODAY;
            require(counted, Place.CHECKS, "number-missing", check.hint());
            if (check.kind().isAboutDate()) {
                boolean date = type.field(check.field() == null ? "" : check.field())
                        .filter(field -> field.kind() == FieldKind.DATE || field.kind() == FieldKind.DATE_TIME)
                        .isPresent();
                require(date, Place.CHECKS, "date-missing", check.hint());
            }
        }
    }

    private void checkSigners() {
        require(!type.signers().isEmpty(), Place.SIGNERS, "missing", "");
        require(
                type.signers().isEmpty() || type.signers().stream().anyMatch(signer -> !signer.acknowledges()),
                Place.SIGNERS,
                "only-acknowledged",
                "");
        for (LetterSigner signer : type.signers()) {
            if (signer.role().isNamedByField()) {
                FieldKind kind = kindOf(signer);
                boolean named = signer.role() == LetterSigner.Role.HEIRS
                        ? kind == FieldKind.PEOPLE
                        : kind.isPerson() || kind == FieldKind.TEXT;
                require(named, Place.SIGNERS, "signer-field", signer.role().name());
            } else if (signer.field() != null) {
                boolean asked = kindOf(signer) == FieldKind.YES_NO;
                require(asked, Place.SIGNERS, "signer-asked", signer.role().name());
            }
        }
    }

    private FieldKind kindOf(LetterSigner signer) {
        return type.field(signer.field() == null ? "" : signer.field())
                .map(LetterField::kind)
                .orElse(FieldKind.NUMBER);
    }

    private void checkBody() {
        require(!type.body().isEmpty(), Place.BODY, "missing", "");
        for (String line : type.body()) {
            LetterText.Line read = LetterText.read(line);
            if (read.isBlock()) {
                checkBlock(line.strip(), read);
                continue;
            }
            for (LetterText.Piece piece : read.pieces()) {
                if (piece.placeholder()) {
                    checkPlaceholder(piece.words());
                } else {
                    boolean stray = STRAY.matcher(piece.words()).find();
                    require(!stray, Place.BODY, "block-unknown", piece.words().strip());
                }
            }
        }
    }

    private void checkPlaceholder(String word) {
        boolean money = type.fields().stream().anyMatch(field -> field.kind() == FieldKind.MONEY);
        if (LetterText.Placeholder.IN_WORDS.word().equals(word)) {
            require(money, Place.BODY, "money-missing", "{" + word + "}");
            return;
        }
        boolean known =
                LetterText.Placeholder.of(word).isPresent() || type.field(word).isPresent();
        require(known, Place.BODY, "placeholder-unknown", "{" + word + "}");
    }

    private void checkBlock(String written, LetterText.Line line) {
        boolean right = switch (line.block()) {
            case IDENTITY ->
                line.fields().size() == 1
                        && (LetterText.APPLICANT.equals(line.fields().get(0))
                                || type.field(line.fields().get(0))
                                        .filter(field -> field.kind().isPerson())
                                        .isPresent());
            case DETAILS ->
                !line.fields().isEmpty()
                        && line.fields().stream()
                                .allMatch(name -> type.field(name).isPresent());
            case PEOPLE ->
                line.fields().size() == 1
                        && type.field(line.fields().get(0))
                                .filter(field -> field.kind() == FieldKind.PEOPLE)
                                .isPresent();
            case FAMILY, BIODATA, ENCLOSURES -> line.fields().isEmpty();
        };
        require(right, Place.BODY, "block-field", written);
    }

    private void checkFacts() {
        require(type.facts().size() <= MOST_FACTS, Place.FACTS, "facts-many", "");
        for (String fact : type.facts()) {
            boolean fit = type.field(fact)
                    .filter(field -> !field.kind().isPerson() && field.kind() != FieldKind.PEOPLE)
                    .isPresent();
            require(fit, Place.FACTS, "fact-unfit", fact);
        }
    }

    private void require(boolean right, Place place, String code, String word) {
        if (!right) {
            problems.add(new Problem(place, code, word));
        }
    }
}
