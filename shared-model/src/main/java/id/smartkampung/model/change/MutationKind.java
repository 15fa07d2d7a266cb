package id.smartkampung.model.change;

import java.util.OptionalInt;

/** <i>Peristiwa penduduk</i>: what adds somebody to a village or takes somebody away from it. */
public enum MutationKind {
    /** <i>Lahir</i>. To be reported within 60 days (UU 24/2013 art. 27). */
    BIRTH(true, 60),
    /** <i>Mati</i>. To be reported within 30 days (UU 24/2013 art. 44). */
    DEATH(false, 30),
    /** <i>Pindah keluar</i>. */
    DEPARTURE(false, 0),
    /** <i>Pindah datang</i>. */
    ARRIVAL(true, 0),
    /** <i>Hilang</i>. */
    MISSING(false, 0),
    /** <i>Pergi</i>, without papers of a move. */
    AWAY(false, 0),
    /** <i>Kembali</i>: who was missing or away is here again. */
    RETURN(true, 0);

    private final boolean adding;
    private final int daysToReport;

    MutationKind(boolean adding, int daysToReport) {
        this.adding = adding;
        this.daysToReport = daysToReport;
    }

    /** Whether there is one inhabitant more after it; else one less. */
    public boolean isAdding() {
        return adding;
    }

    /** How many days after it happened it may be reported at the latest, where the law says so. */
    public OptionalInt daysToReport() {
        return daysToReport == 0 ? OptionalInt.empty() : OptionalInt.of(daysToReport);
    }

    /** Whether the district learns the number of its paper: where that is a civil record, and no report to the police. */
    public boolean tellsDocument() {
        return this == BIRTH || this == DEATH || isMove();
    }

    /** Whether it leads from or to another place. */
    public boolean isMove() {
        return this == DEPARTURE || this == ARRIVAL;
    }
}
