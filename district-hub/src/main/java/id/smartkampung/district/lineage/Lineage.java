package id.smartkampung.district.lineage;

import id.smartkampung.model.lineage.Conservation;
import id.smartkampung.model.log.LogPosition;
import id.smartkampung.model.log.NodeId;
import java.util.List;
import java.util.UUID;

/** A change of villages: what is announced, and what is found when it is looked whether nobody was lost. */
public final class Lineage {

    private Lineage() {}

    /** What becomes of the villages. */
    public enum Kind {
        /** <i>Pemekaran</i>: parts of one go to others. */
        SPLIT,
        /** <i>Penggabungan</i>: several go to one. */
        MERGE
    }

    /**
     * One village that hands over to another.
     *
     * @param dusun parts of it as its register names them; none for the whole
     */
    public record Part(NodeId from, NodeId to, List<String> dusun) {

        public Part {
            dusun = List.copyOf(dusun);
        }
    }

    /**
     * Where a village stood when it was looked.
     *
     * @param applied up to here its log was applied
     * @param announced the end of its log as it last said; null when it never did
     * @param proven the last place where its rows were proven equal; null when they never were
     */
    public record Place(NodeId node, LogPosition applied, LogPosition announced, LogPosition proven) {

        /** Whether more of its log is known to exist than was applied. */
        public boolean isBehind() {
            return announced != null && announced.compareTo(applied) > 0;
        }
    }

    /** Two rows of one village with one number, of which one came from another village. */
    public record Duplicate(NodeId node, String kind, UUID id, UUID sameAs) {}

    /**
     * What was found, at these places and no others.
     *
     * @param stillThere how many people the villages have yet to hand over
     * @param waiting events of handovers that are parked
     * @param duplicates of which both rows still stand
     */
    public record Check(
            Conservation persons, List<Place> places, long stillThere, long waiting, List<Duplicate> duplicates) {

        public Check {
            places = List.copyOf(places);
            duplicates = List.copyOf(duplicates);
        }

        /** Everybody is where they belong; duplicates are for people to decide. */
        public boolean isComplete() {
            return persons.isSettled()
                    && stillThere == 0
                    && waiting == 0
                    && places.stream().noneMatch(Place::isBehind);
        }
    }
}
