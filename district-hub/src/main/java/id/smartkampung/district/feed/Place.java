package id.smartkampung.district.feed;

import id.smartkampung.model.log.LogPosition;

/**
 * How far a follower has read one village: its log, and what took effect after its turn.
 *
 * @param late number of the last late change; 0 for none
 */
public record Place(LogPosition position, long late) {

    static final Place START = new Place(LogPosition.START, 0);

    Place at(LogPosition next) {
        return new Place(next, late);
    }

    Place late(long number) {
        return new Place(position, number);
    }
}
