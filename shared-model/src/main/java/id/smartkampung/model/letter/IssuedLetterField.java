package id.smartkampung.model.letter;

import id.smartkampung.model.privacy.DataClass;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.FieldRule.Reach;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.privacy.Purpose;
import id.smartkampung.model.privacy.Retention;

/** The fields of a letter with a number (<i>surat keluar</i>), and which of them leave the village. */
public enum IssuedLetterField implements PersonalField {
    REQUEST("requestId", Purpose.SERVICE_DELIVERY, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    APPLICANT("applicantId", Purpose.SERVICE_DELIVERY, DataClass.GENERAL, Reach.DISTRICT),
    KIND("kind", Purpose.SERVICE_DELIVERY, DataClass.GENERAL, Reach.DISTRICT),
    TYPE_VERSION("typeVersion", Purpose.SERVICE_DELIVERY, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    TYPE_NAME("typeName", Purpose.LETTER_VERIFICATION, DataClass.GENERAL, Reach.DISTRICT),
    SCHEME("scheme", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    CLASSIFICATION("classification", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    NUMBER("number", Purpose.LETTER_VERIFICATION, DataClass.GENERAL, Reach.DISTRICT),
    YEAR("year", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    SEQUENCE("sequence", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    ISSUED_ON("issuedOn", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    VALID_UNTIL("validUntil", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    STATE("state", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    STATE_AT("stateAt", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    REASON("reason", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    SIGNER_TITLE("signerTitle", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    SIGNER_NAME("signerName", Purpose.LETTER_VERIFICATION, DataClass.GENERAL, Reach.DISTRICT),
    METHOD("method", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    CODE("code", Purpose.LETTER_VERIFICATION, DataClass.GENERAL, Reach.DISTRICT),
    SUBJECT_MASKED("subjectMasked", Purpose.LETTER_VERIFICATION, DataClass.GENERAL, Reach.DISTRICT),
    FACTS("facts", Purpose.LETTER_VERIFICATION, DataClass.GENERAL, Reach.DISTRICT),
    FILE_SHA256("fileSha256", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    FILE_BYTES("fileBytes", Purpose.LETTER_VERIFICATION, DataClass.NOT_PERSONAL, Reach.DISTRICT),
    ANSWERS("answers", Purpose.VILLAGE_REGISTER, DataClass.SPECIFIC, Reach.VILLAGE),
    SIGNATORY("signatoryId", Purpose.VILLAGE_REGISTER, DataClass.GENERAL, Reach.VILLAGE),
    SIGNED_BY("signedBy", Purpose.VILLAGE_REGISTER, DataClass.GENERAL, Reach.VILLAGE),
    NUMBERED_BY("numberedBy", Purpose.VILLAGE_REGISTER, DataClass.GENERAL, Reach.VILLAGE);

    private final FieldRule rule;

    IssuedLetterField(String property, Purpose purpose, DataClass dataClass, Reach reach) {
        this.rule = new FieldRule(property, purpose, Retention.TEN_YEARS_AFTER_END, dataClass, reach);
    }

    @Override
    public FieldRule rule() {
        return rule;
    }
}
