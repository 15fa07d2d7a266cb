package id.smartkampung.model.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import id.smartkampung.model.change.MutationField;
import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.event.FileChunk;
import id.smartkampung.model.event.LetterRecorded;
import id.smartkampung.model.event.MutationRecorded;
import id.smartkampung.model.event.RequestAnswered;
import id.smartkampung.model.event.RequestRecorded;
import id.smartkampung.model.event.ResidentRecorded;
import id.smartkampung.model.family.FamilyField;
import id.smartkampung.model.letter.FileField;
import id.smartkampung.model.letter.IssuedLetterField;
import id.smartkampung.model.request.AnswerField;
import id.smartkampung.model.request.RequestField;
import id.smartkampung.model.resident.ResidentField;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldTableTest {

    static Stream<Arguments> eventsWithTheirFields() {
        return Stream.of(
                Arguments.of(ResidentRecorded.class, "residentId", ResidentField.values()),
                Arguments.of(FamilyRecorded.class, "familyId", FamilyField.values()),
                Arguments.of(RequestRecorded.class, "requestId", RequestField.values()),
                Arguments.of(MutationRecorded.class, "mutationId", MutationField.values()),
                Arguments.of(LetterRecorded.class, "letterId", IssuedLetterField.values()),
                Arguments.of(RequestAnswered.class, "requestId", AnswerField.values()),
                Arguments.of(FileChunk.class, "chunkId", FileField.values()));
    }

    @ParameterizedTest
    @MethodSource("eventsWithTheirFields")
    void anEventHasItsIdAndExactlyTheFieldsThatLeave(Class<?> event, String id, PersonalField[] fields) {
        List<String> leaving = Stream.concat(
                        Stream.of(id),
                        Arrays.stream(fields).filter(PersonalField::leaves).map(PersonalField::property))
                .toList();

        assertThat(event.getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactlyElementsOf(leaving);
    }

    @ParameterizedTest
    @MethodSource("eventsWithTheirFields")
    void everyFieldHasOneRowInTheTable(Class<?> event, String id, PersonalField[] fields) {
        assertThat(fields).extracting(PersonalField::property).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("eventsWithTheirFields")
    void whatServesOnlyTheVillageStaysThere(Class<?> event, String id, PersonalField[] fields) {
        assertThat(fields)
                .filteredOn(field -> field.rule().purpose() == Purpose.VILLAGE_REGISTER)
                .noneMatch(PersonalField::leaves);
    }

    @Test
    void notesTagsInsuranceNumbersContraceptionAndPlacesOfHousesStay() {
        assertThat(Stream.of(
                        ResidentField.NOTE,
                        ResidentField.CARD_TAG,
                        ResidentField.INSURANCE_NUMBER,
                        ResidentField.CONTRACEPTION,
                        ResidentField.LATITUDE,
                        ResidentField.LONGITUDE,
                        ResidentField.PHONE))
                .noneMatch(PersonalField::leaves);
        assertThat(Stream.of(RequestField.PURPOSE_TEXT, RequestField.CONTACT, RequestField.NOTE))
                .noneMatch(PersonalField::leaves);
    }

    @Test
    void whatIsToldAboutADeathStays() {
        assertThat(Stream.of(MutationField.PLACE, MutationField.REPORTER, MutationField.NOTE))
                .noneMatch(PersonalField::leaves);
    }

    @Test
    void whatALetterSaysOfAPersonStays() {
        assertThat(IssuedLetterField.ANSWERS.leaves()).isFalse();
    }

    @Test
    void dataAboutHealthAreMarkedAsSpecific() {
        assertThat(Stream.of(
                        ResidentField.BLOOD_GROUP,
                        ResidentField.DISABILITY,
                        ResidentField.PREGNANCY,
                        ResidentField.CONTRACEPTION))
                .extracting(field -> field.rule().dataClass())
                .containsOnly(DataClass.SPECIFIC);
    }
}
