package id.smartkampung.village.merge;

import java.util.UUID;

/** Told within the transaction that makes one person of two records, to rooms that name one of them. */
public record ResidentsMerged(UUID kept, UUID lost) {}
