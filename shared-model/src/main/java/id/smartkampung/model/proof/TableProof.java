package id.smartkampung.model.proof;

import id.smartkampung.model.log.Hash;

/** What one side says of a whole table: how many rows, and one digest over all of them. */
public record TableProof(String table, int count, Hash root) {}
