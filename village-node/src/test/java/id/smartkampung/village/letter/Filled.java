package id.smartkampung.village.letter;

import id.smartkampung.model.letter.FieldKind;
import id.smartkampung.model.letter.LetterField;
import id.smartkampung.model.letter.LetterType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ways in which a letter can be filled in. */
enum Filled {
    ORDINARY,
    /** Only what must be. */
    MISSING,
    LONGEST,
    APOSTROPHE;

    private static final String LONG_WORD = "Panjanglebar".repeat(12);

    /** Answers to all fields of a type, which name one person of the register. */
    Answers answers(LetterType type, String known) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (LetterField field : type.fields()) {
            if (this != MISSING || field.required()) {
                answers.put(field.name(), answer(field, known));
            }
        }
        return Answers.of(answers);
    }

    private String answer(LetterField field, String known) {
        return switch (field.kind()) {
            case TEXT -> text(field.label());
            case LONG_TEXT -> text(field.label()) + "\n" + text("baris kedua");
            case CHOICE -> field.options().get(field.options().size() - 1);
            case DATE -> "2026-12-01";
            case DATE_TIME -> "2026-12-01T08:30";
            case NUMBER -> this == LONGEST ? "999999999" : "3";
            case DECIMAL -> this == LONGEST ? "999999999.9999" : "3.25";
            case MONEY -> this == LONGEST ? "999999999999999" : "1500000";
            case YES_NO -> "ya";
            case PERSON, DECEASED -> this == ORDINARY ? known : text("Orang");
            case PEOPLE -> known + "\n" + text("Orang lain") + "\n3510016104720999";
            case EDUCATION -> "5";
            case RELATIONSHIP -> "3";
            case SEX -> "2";
        };
    }

    private String text(String about) {
        return switch (this) {
            case ORDINARY, MISSING -> "contoh " + about.replaceAll("[^A-Za-z ]", "");
            case LONGEST ->
                LONG_WORD + " " + "sangat panjang sekali ".repeat(15).strip();
            case APOSTROPHE -> "Ma'ruf \"Al-Qur'an\" <b> & {nama_desa} [identitas] Ñandú é";
        };
    }

    /** Whether what was typed has signs that would be a placeholder in a body. */
    boolean hasBraces(LetterType type) {
        return this == APOSTROPHE
                && type.fields().stream()
                        .anyMatch(field -> field.kind() == FieldKind.TEXT
                                || field.kind() == FieldKind.LONG_TEXT
                                || field.kind() == FieldKind.PEOPLE
                                || field.kind().isPerson());
    }
}
