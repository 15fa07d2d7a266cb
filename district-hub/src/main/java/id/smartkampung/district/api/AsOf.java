package id.smartkampung.district.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Of which place in the log of a village its data are, and up to which they are proven to be the village's own. */
@Schema(description = "Of which place in the log of a village the data are.")
public record AsOf(
        @Schema(examples = "35.10.01.2001") String node,

        @Schema(description = "Grows when the village begins its log anew.")
        int epoch,

        @Schema(description = "The last event that is part of the data.")
        long sequence,

        @Schema(nullable = true, description = "When the village was last heard.")
        Instant heardAt,

        @Schema(
                nullable = true,
                description = "The last place at which the data were proven equal; null before the first.")
        Long provenSequence,

        @Schema(nullable = true, description = "When that was.")
        Instant provenAt) {}
