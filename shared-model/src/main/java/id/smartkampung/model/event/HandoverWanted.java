package id.smartkampung.model.event;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The borders of the villages change: who lives in these parts of yours belongs to another village from that day on.
 *
 * @param lineageId the change of villages
 * @param toNode who takes over
 * @param dusun names of the parts as your register has them; none when the whole village goes
 * @param effectiveOn nothing is handed over before this day (WIB)
 */
public record HandoverWanted(UUID commandId, UUID lineageId, String toNode, List<String> dusun, LocalDate effectiveOn)
        implements DistrictEvent {

    public HandoverWanted {
        Objects.requireNonNull(commandId, "commandId");
        Objects.requireNonNull(lineageId, "lineageId");
        Objects.requireNonNull(toNode, "toNode");
        Objects.requireNonNull(effectiveOn, "effectiveOn");
        dusun = List.copyOf(dusun);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
