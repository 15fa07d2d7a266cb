package id.smartkampung.village.column;

import id.smartkampung.model.identity.Nik;
import id.smartkampung.model.identity.NoKk;
import id.smartkampung.model.letter.LetterKind;
import id.smartkampung.model.wilayah.KodeWilayah;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores the small values that are one text each. */
final class TextConverters {

    private TextConverters() {}

    @Converter(autoApply = true)
    static class OfNik implements AttributeConverter<Nik, String> {

        @Override
        public String convertToDatabaseColumn(Nik value) {
            return value == null ? null : value.value();
        }

        @Override
        public Nik convertToEntityAttribute(String text) {
            return text == null ? null : new Nik(text);
        }
    }

    @Converter(autoApply = true)
    static class OfNoKk implements AttributeConverter<NoKk, String> {

        @Override
        public String convertToDatabaseColumn(NoKk value) {
            return value == null ? null : value.value();
        }

        @Override
        public NoKk convertToEntityAttribute(String text) {
            return text == null ? null : new NoKk(text);
        }
    }

    @Converter(autoApply = true)
    static class OfLetterKind implements AttributeConverter<LetterKind, String> {

        @Override
        public String convertToDatabaseColumn(LetterKind value) {
            return value == null ? null : value.code();
        }

        @Override
        public LetterKind convertToEntityAttribute(String text) {
            return text == null ? null : new LetterKind(text);
        }
    }

    @Converter(autoApply = true)
    static class OfKodeWilayah implements AttributeConverter<KodeWilayah, String> {

        @Override
        public String convertToDatabaseColumn(KodeWilayah value) {
            return value == null ? null : value.value();
        }

        @Override
        public KodeWilayah convertToEntityAttribute(String text) {
            return text == null ? null : new KodeWilayah(text);
        }
    }
}
