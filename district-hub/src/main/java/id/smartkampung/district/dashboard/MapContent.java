package id.smartkampung.district.dashboard;

import id.smartkampung.district.overview.VillageLine;

/** What the tile map shows. */
public enum MapContent {
    PEOPLE,
    REQUESTS,
    STATE;

    /** The word of an address; anything else is people. */
    static MapContent of(String slug) {
        for (MapContent content : values()) {
            if (content.slug().equals(slug)) {
                return content;
            }
        }
        return PEOPLE;
    }

    public String slug() {
        return switch (this) {
            case PEOPLE -> "penduduk";
            case REQUESTS -> "permohonan";
            case STATE -> "keadaan";
        };
    }

    /** What is drawn in steps; states are not. */
    long valueOf(VillageLine village) {
        return switch (this) {
            case PEOPLE -> village.sums().people();
            case REQUESTS -> village.sums().month();
            case STATE -> 0;
        };
    }
}
