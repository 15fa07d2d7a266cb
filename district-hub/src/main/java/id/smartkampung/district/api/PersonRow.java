package id.smartkampung.district.api;

import id.smartkampung.model.log.NodeId;
import java.util.UUID;

/** A row that tells of one person or family; lists of them stand in the order of villages and ids. */
public interface PersonRow {

    /** Where the village may write it. */
    NodeId node();

    /** Within its village. */
    UUID id();
}
