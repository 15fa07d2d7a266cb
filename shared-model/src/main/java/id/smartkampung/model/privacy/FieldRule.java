package id.smartkampung.model.privacy;

/** Why a field is kept, for how long, how carefully, and how far it may go. */
public record FieldRule(String property, Purpose purpose, Retention retention, DataClass dataClass, Reach reach) {

    /** How far a field goes. */
    public enum Reach {
        /** Part of the events that go to the district. */
        DISTRICT,
        /** Stays in the village. */
        VILLAGE
    }
}
