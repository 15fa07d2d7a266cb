package id.smartkampung.district.village;

import id.smartkampung.model.event.VillageEvent;
import id.smartkampung.model.log.LogPosition;

/** An event at its place in the log of its village, on its way into the tables. */
public record Applied<E extends VillageEvent>(LogPosition position, E event) {}
