package id.smartkampung.district.status;

import io.quarkus.qute.TemplateExtension;

/** The colour and the sign of a state; its words stand in the tag {@code villageState}. */
@TemplateExtension
public final class Tones {

    private Tones() {}

    public static String tone(VillageState state) {
        return switch (state) {
            case FROZEN, PAUSED -> "bahaya";
            case GAP, STALLED -> "awas";
            case CATCHING_UP -> "jalan";
            case OFFLINE, NEVER_HEARD -> "sunyi";
            case PARKED -> "tahan";
            case IN_SYNC -> "aman";
        };
    }

    public static String icon(VillageState state) {
        return switch (state) {
            case FROZEN -> "freeze";
            case PAUSED, PARKED -> "pause";
            case GAP -> "gap";
            case STALLED -> "warning";
            case CATCHING_UP -> "forward";
            case OFFLINE -> "offline";
            case NEVER_HEARD -> "clock";
            case IN_SYNC -> "check";
        };
    }
}
