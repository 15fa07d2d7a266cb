package id.smartkampung.model.simulation.proof;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.proof.RowDifferences;
import id.smartkampung.model.proof.RowDigest;
import id.smartkampung.model.proof.RowHasher;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What is done around the decisions of production; a planted defect does one of it otherwise. */
class ProofParts {

    /** The digests that the district compares: of the rows as they lie there, and not as they were told. */
    List<RowDigest> digests(Collection<FamilyRecorded> rows, Collection<RowDigest> told) {
        return rows.stream().map(RowHasher::of).toList();
    }

    /** Whether a batch is cut behind what is compared at its place. */
    boolean cutsBatches() {
        return true;
    }

    /** Whether rows that the village does not hold are taken out. */
    boolean removesAbsent() {
        return true;
    }

    /** Whether a row that is sent again takes the place of one that is there. */
    boolean replaces() {
        return true;
    }

    /** The rows whose difference is explained. */
    Set<UUID> explained(Set<UUID> waiting, RowDifferences found) {
        return waiting;
    }
}
