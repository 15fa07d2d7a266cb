package id.smartkampung.district.village;

import id.smartkampung.model.log.LogHead;

/**
 * A village that was paused or frozen is received again; told within the transaction of the release.
 *
 * @param applied the last event applied of its log
 */
public record VillageReleased(LogHead applied) {}
