package id.smartkampung.deploy.volume;

/**
 * One page that was asked for.
 *
 * @param millis from the question until the whole answer was there
 * @param refused why it did not come; null when it did
 */
public record Visit(String kind, double millis, String refused) {}
