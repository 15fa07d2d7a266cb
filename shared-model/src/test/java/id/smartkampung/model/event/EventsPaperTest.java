package id.smartkampung.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.family.FamilyField;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.request.RequestField;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Coded;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the paper that others read (deploy/docs/events.md) against the code. */
class EventsPaperTest {

    private static final Path PAPER = Path.of("..", "deploy", "docs", "events.md");

    private static final Map<Class<?>, PersonalField[]> FIELDS = Map.of(
            ResidentRecorded.class, ResidentField.values(),
            FamilyRecorded.class, FamilyField.values(),
            RequestRecorded.class, RequestField.values());

    private static final Map<Class<?>, String> KINDS = Map.of(
            UUID.class, "UUID",
            String.class, "text",
            Nik.class, "text, 16 digits",
            NoKk.class, "text, 16 digits",
            LocalDate.class, "date",
            Instant.class, "time",
            LetterKind.class, "text, letter type",
            boolean.class, "boolean",
            List.class, "list of `{state, at}`");

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventHasItsTableOfFields(EventType type) throws IOException {
        assertThat(section("## " + type.wireName())).contains(tableOf(type));
    }

    @Test
    void whatStaysInTheVillageIsListed() throws IOException {
        String staying = List.of(ResidentField.values(), FamilyField.values(), RequestField.values()).stream()
                .flatMap(Arrays::stream)
                .filter(field -> !((PersonalField) field).leaves())
                .map(field -> "| `" + subjectOf((PersonalField) field) + "` | `" + ((PersonalField) field).property()
                        + "` | " + rule(((PersonalField) field).rule()) + " |\n")
                .collect(Collectors.joining());

        assertThat(section("## What stays in the village")).contains(staying);
    }

    private static String tableOf(EventType type) {
        return Arrays.stream(type.eventClass().getRecordComponents())
                .map(component -> "| `" + component.getName() + "` | " + kind(component.getType()) + " | "
                        + fieldOf(type, component)
                                .map(field -> rule(field.rule()))
                                .orElse("id of the subject | | ")
                        + " |\n")
                .collect(Collectors.joining());
    }

    private static Optional<PersonalField> fieldOf(EventType type, RecordComponent component) {
        return Arrays.stream(FIELDS.getOrDefault(type.eventClass(), new PersonalField[0]))
                .filter(field -> field.property().equals(component.getName()))
                .findFirst();
    }

    private static String rule(FieldRule rule) {
        return words(rule.purpose()) + " | " + words(rule.retention()) + " | " + words(rule.dataClass());
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String kind(Class<?> type) {
        if (Coded.class.isAssignableFrom(type)) {
            return "number, `" + type.getSimpleName() + "`";
        }
        return type.isEnum() ? "text, `" + type.getSimpleName() + "`" : KINDS.get(type);
    }

    private static String subjectOf(PersonalField field) {
        return field.getClass().getSimpleName().replace("Field", "").toLowerCase(Locale.ROOT);
    }

    /** From a heading to the next of its level. */
    private static String section(String heading) throws IOException {
        String paper = Files.readString(PAPER);
        int start = paper.indexOf(heading + "\n");
        assertThat(start).as("heading " + heading).isNotNegative();
        int end = paper.indexOf("\n## ", start);
        return end < 0 ? paper.substring(start) : paper.substring(start, end);
    }
}
