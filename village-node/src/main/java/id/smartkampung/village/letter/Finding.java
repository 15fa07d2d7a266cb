package id.smartkampung.village.letter;

/** What a check of a letter found: a rule that is not met, or somebody to look at. */
public record Finding(boolean refuses, String text) {}
