package id.smartkampung.model.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationField;
import id.smartkampung.model.family.FamilyField;
import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.letter.FileField;
import id.smartkampung.model.letter.IssuedLetterField;
import id.smartkampung.model.letter.LetterCode;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.request.AnswerField;
import id.smartkampung.model.request.RequestField;
import id.smartkampung.model.resident.ResidentField;
import id.smartkampung.model.vocabulary.Coded;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
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
            RequestRecorded.class, RequestField.values(),
            MutationRecorded.class, MutationField.values(),
            LetterRecorded.class, IssuedLetterField.values(),
            RequestAnswered.class, AnswerField.values(),
            FileChunk.class, FileField.values());

    private static final Map<Class<?>, String> KINDS = Map.ofEntries(
            Map.entry(UUID.class, "UUID"),
            Map.entry(String.class, "text"),
            Map.entry(Nik.class, "text, 16 digits"),
            Map.entry(NoKk.class, "text, 16 digits"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(Instant.class, "time"),
            Map.entry(LetterKind.class, "text, letter type"),
            Map.entry(KodeWilayah.class, "text, kode wilayah"),
            Map.entry(LetterCode.class, "text, code of a letter"),
            Map.entry(Long.class, "number"),
            Map.entry(long.class, "number"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(int.class, "number"),
            Map.entry(Integer.class, "number"));

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventHasItsTableOfFields(EventType type) throws IOException {
        assertThat(section("## " + type.wireName())).contains(tableOf(type));
    }

    @Test
    void whatStaysInTheVillageIsListed() throws IOException {
        String staying = List.of(
                        ResidentField.values(),
                        FamilyField.values(),
                        RequestField.values(),
                        MutationField.values(),
                        IssuedLetterField.values())
                .stream()
                .flatMap(Arrays::stream)
                .filter(field -> !((PersonalField) field).leaves())
                .map(field -> "| `" + subjectOf((PersonalField) field) + "` | `" + ((PersonalField) field).property()
                        + "` | " + rule(((PersonalField) field).rule()) + " |\n")
                .collect(Collectors.joining());

        assertThat(section("## What stays in the village")).contains(staying);
    }

    private static String tableOf(EventType type) {
        return Arrays.stream(type.eventClass().getRecordComponents())
                .map(component -> "| `" + component.getName() + "` | " + kind(component) + " | "
                        + fieldOf(type, component)
                                .map(field -> rule(field.rule()))
                                .orElse(withoutPerson(type, component))
                        + " |\n")
                .collect(Collectors.joining());
    }

    /** The id of the subject, or a field of an event that is about no person itself. */
    private static String withoutPerson(EventType type, RecordComponent component) {
        String id = type.eventClass().getRecordComponents()[0].getName();
        return component.getName().equals(id) ? "id of the subject | | " : "proof | | ";
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

    private static String kind(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list) {
            return "list of " + elements((Class<?>) list.getActualTypeArguments()[0]);
        }
        return kind(component.getType());
    }

    private static String elements(Class<?> type) {
        Optional<EventType> event = Arrays.stream(EventType.values())
                .filter(it -> it.eventClass().equals(type))
                .findFirst();
        if (event.isPresent()) {
            return "`" + event.get().wireName() + "`";
        }
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.joining(", ", "`{", "}`"))
                : kind(type);
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
