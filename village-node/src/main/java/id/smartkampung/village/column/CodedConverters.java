package id.smartkampung.village.column;

import id.smartkampung.model.vocabulary.BaseStatus;
import id.smartkampung.model.vocabulary.BloodGroup;
import id.smartkampung.model.vocabulary.Citizenship;
import id.smartkampung.model.vocabulary.Contraception;
import id.smartkampung.model.vocabulary.Disability;
import id.smartkampung.model.vocabulary.Education;
import id.smartkampung.model.vocabulary.Insurance;
import id.smartkampung.model.vocabulary.KtpHolding;
import id.smartkampung.model.vocabulary.KtpRecording;
import id.smartkampung.model.vocabulary.MaritalStatus;
import id.smartkampung.model.vocabulary.MoveKind;
import id.smartkampung.model.vocabulary.Occupation;
import id.smartkampung.model.vocabulary.Pregnancy;
import id.smartkampung.model.vocabulary.Relationship;
import id.smartkampung.model.vocabulary.Religion;
import id.smartkampung.model.vocabulary.Residency;
import id.smartkampung.model.vocabulary.Schooling;
import id.smartkampung.model.vocabulary.Sex;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** One converter for each official code list; they apply by themselves wherever an entity has such a field. */
final class CodedConverters {

    private CodedConverters() {}

    @Converter(autoApply = true)
    static class OfBaseStatus extends CodedConverter<BaseStatus> {
        OfBaseStatus() {
            super(BaseStatus.class);
        }
    }

    @Converter(autoApply = true)
    static class OfBloodGroup extends CodedConverter<BloodGroup> {
        OfBloodGroup() {
            super(BloodGroup.class);
        }
    }

    @Converter(autoApply = true)
    static class OfCitizenship extends CodedConverter<Citizenship> {
        OfCitizenship() {
            super(Citizenship.class);
        }
    }

    @Converter(autoApply = true)
    static class OfContraception extends CodedConverter<Contraception> {
        OfContraception() {
            super(Contraception.class);
        }
    }

    @Converter(autoApply = true)
    static class OfDisability extends CodedConverter<Disability> {
        OfDisability() {
            super(Disability.class);
        }
    }

    @Converter(autoApply = true)
    static class OfEducation extends CodedConverter<Education> {
        OfEducation() {
            super(Education.class);
        }
    }

    @Converter(autoApply = true)
    static class OfInsurance extends CodedConverter<Insurance> {
        OfInsurance() {
            super(Insurance.class);
        }
    }

    @Converter(autoApply = true)
    static class OfKtpHolding extends CodedConverter<KtpHolding> {
        OfKtpHolding() {
            super(KtpHolding.class);
        }
    }

    @Converter(autoApply = true)
    static class OfKtpRecording extends CodedConverter<KtpRecording> {
        OfKtpRecording() {
            super(KtpRecording.class);
        }
    }

    @Converter(autoApply = true)
    static class OfMaritalStatus extends CodedConverter<MaritalStatus> {
        OfMaritalStatus() {
            super(MaritalStatus.class);
        }
    }

    @Converter(autoApply = true)
    static class OfMoveKind extends CodedConverter<MoveKind> {
        OfMoveKind() {
            super(MoveKind.class);
        }
    }

    @Converter(autoApply = true)
    static class OfOccupation implements AttributeConverter<Occupation, Short> {

        @Override
        public Short convertToDatabaseColumn(Occupation entry) {
            return entry == null ? null : Short.valueOf((short) entry.code());
        }

        @Override
        public Occupation convertToEntityAttribute(Short code) {
            return code == null ? null : Occupation.ofCode(code);
        }
    }

    @Converter(autoApply = true)
    static class OfPregnancy extends CodedConverter<Pregnancy> {
        OfPregnancy() {
            super(Pregnancy.class);
        }
    }

    @Converter(autoApply = true)
    static class OfRelationship extends CodedConverter<Relationship> {
        OfRelationship() {
            super(Relationship.class);
        }
    }

    @Converter(autoApply = true)
    static class OfReligion extends CodedConverter<Religion> {
        OfReligion() {
            super(Religion.class);
        }
    }

    @Converter(autoApply = true)
    static class OfResidency extends CodedConverter<Residency> {
        OfResidency() {
            super(Residency.class);
        }
    }

    @Converter(autoApply = true)
    static class OfSchooling extends CodedConverter<Schooling> {
        OfSchooling() {
            super(Schooling.class);
        }
    }

    @Converter(autoApply = true)
    static class OfSex extends CodedConverter<Sex> {
        OfSex() {
            super(Sex.class);
        }
    }
}
