package id.smartkampung.model.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Rows of one table as the village holds them at exactly this place of its log. They replace what the district holds,
 * whatever that is; they are no news, so nothing is counted as having happened.
 *
 * @param snapshotId the snapshot that it is a part of; null for rows that the district asked for by their keys
 * @param bucket the bucket of which these are all rows there are; null for rows asked for by their keys
 * @param residents the rows of a chunk of residents; families, requests and mutations likewise
 * @param absent keys that were asked for and of which the village holds no row
 */
public record SnapshotChunk(
        UUID chunkId,
        UUID snapshotId,
        String table,
        Integer bucket,
        List<ResidentRecorded> residents,
        List<FamilyRecorded> families,
        List<RequestRecorded> requests,
        List<UUID> absent,
        // Came later than the others: what has none of them is written as it always was.
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MutationRecorded> mutations)
        implements VillageEvent {

    public SnapshotChunk {
        Objects.requireNonNull(chunkId, "chunkId");
        Objects.requireNonNull(table, "table");
        residents = residents == null ? List.of() : List.copyOf(residents);
        families = families == null ? List.of() : List.copyOf(families);
        requests = requests == null ? List.of() : List.copyOf(requests);
        mutations = mutations == null ? List.of() : List.copyOf(mutations);
        absent = absent == null ? List.of() : List.copyOf(absent);
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.SNAPSHOT, chunkId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
