package id.smartkampung.model.event;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Another village handed these over to you: enter them under their ids, once, beside whatever you have.
 *
 * @param handoverId what you say back when they are in your register
 * @param fromNode who handed them over
 */
public record HouseholdGiven(
        UUID commandId,
        UUID handoverId,
        UUID lineageId,
        String fromNode,
        List<FamilyRecorded> families,
        List<ResidentRecorded> residents)
        implements DistrictEvent {

    public HouseholdGiven {
        Objects.requireNonNull(commandId, "commandId");
        Objects.requireNonNull(handoverId, "handoverId");
        Objects.requireNonNull(lineageId, "lineageId");
        Objects.requireNonNull(fromNode, "fromNode");
        families = List.copyOf(families);
        residents = List.copyOf(residents);
        HouseholdHandedOver.requireWhole(families, residents);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
