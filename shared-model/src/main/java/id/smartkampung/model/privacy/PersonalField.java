package id.smartkampung.model.privacy;

/**
 * One field of the register with the reason why it is kept and where it may go.
 *
 * <p>The enums that implement this are the single table of what leaves a village: an event has a component for each
 * field that {@link #leaves()} and for no other.
 */
public interface PersonalField {

    FieldRule rule();

    /** Name of the property in the entity, in events and in the history. */
    default String property() {
        return rule().property();
    }

    /** Whether the field is part of the events that go to the district. */
    default boolean leaves() {
        return rule().reach() == FieldRule.Reach.DISTRICT;
    }
}
