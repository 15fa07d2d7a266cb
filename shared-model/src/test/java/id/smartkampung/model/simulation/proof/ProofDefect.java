package id.smartkampung.model.simulation.proof;

import id.smartkampung.model.event.FamilyRecorded;
import id.smartkampung.model.proof.RowDifferences;
import id.smartkampung.model.proof.RowDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Mistakes that somebody could make in proving and repairing. */
enum ProofDefect {
    THE_DIGEST_IS_TAKEN_FROM_THE_SENDER(new ProofParts() {
        @Override
        List<RowDigest> digests(Collection<FamilyRecorded> rows, Collection<RowDigest> told) {
            return List.copyOf(told);
        }
    }),

    A_CHECKPOINT_IS_COMPARED_AFTER_ITS_BATCH(new ProofParts() {
        @Override
        boolean cutsBatches() {
            return false;
        }
    }),

    ROWS_THAT_THE_VILLAGE_DOES_NOT_HOLD_STAY(new ProofParts() {
        @Override
        boolean removesAbsent() {
            return false;
        }
    }),

    A_ROW_SENT_AGAIN_DOES_NOT_REPLACE(new ProofParts() {
        @Override
        boolean replaces() {
            return false;
        }
    }),

    ONE_WAITING_ROW_EXPLAINS_THOSE_BESIDE_IT(new ProofParts() {
        @Override
        Set<UUID> explained(Set<UUID> waiting, RowDifferences found) {
            Set<UUID> all = new HashSet<>(found.all());
            return all.stream().anyMatch(waiting::contains) ? all : waiting;
        }
    });

    final ProofParts parts;

    ProofDefect(ProofParts parts) {
        this.parts = parts;
    }
}
