package id.smartkampung.village.column;

import id.smartkampung.model.vocabulary.Coded;
import jakarta.persistence.AttributeConverter;

/** Stores an entry of an official code list as its number. */
abstract class CodedConverter<C extends Enum<C> & Coded> implements AttributeConverter<C, Short> {

    private final Class<C> vocabulary;

    CodedConverter(Class<C> vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public Short convertToDatabaseColumn(C entry) {
        return entry == null ? null : Short.valueOf((short) entry.code());
    }

    @Override
    public C convertToEntityAttribute(Short code) {
        return code == null ? null : Coded.ofCode(vocabulary, code);
    }
}
