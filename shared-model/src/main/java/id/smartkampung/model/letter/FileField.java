package id.smartkampung.model.letter;

import id.smartkampung.model.privacy.DataClass;
import id.smartkampung.model.privacy.FieldRule;
import id.smartkampung.model.privacy.FieldRule.Reach;
import id.smartkampung.model.privacy.PersonalField;
import id.smartkampung.model.privacy.Purpose;
import id.smartkampung.model.privacy.Retention;

/** The fields of a part of a signed file, which travels only when another counter hands it out. */
public enum FileField implements PersonalField {
    LETTER("letterId", DataClass.NOT_PERSONAL),
    SHA256("sha256", DataClass.NOT_PERSONAL),
    BYTES("bytes", DataClass.NOT_PERSONAL),
    START("start", DataClass.NOT_PERSONAL),
    /** All that the letter says, whatever that is. */
    DATA("data", DataClass.SPECIFIC);

    private final FieldRule rule;

    FileField(String property, DataClass dataClass) {
        this.rule = new FieldRule(
                property, Purpose.SERVICE_DELIVERY, Retention.UNTIL_HANDED_OUT, dataClass, Reach.DISTRICT);
    }

    @Override
    public FieldRule rule() {
        return rule;
    }
}
