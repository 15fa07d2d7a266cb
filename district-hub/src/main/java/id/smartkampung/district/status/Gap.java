package id.smartkampung.district.status;

import java.time.Instant;

/** Events of a village that are missing although later ones have arrived: from and to are both missing. */
public record Gap(long from, long to, Instant since) {}
