package id.smartkampung.district.mall;

import id.smartkampung.model.letter.LetterState;
import java.time.Instant;
import java.util.UUID;

/**
 * A letter of a request of the mall.
 *
 * @param bytes of the signed file; null until it is signed
 * @param wantedAt when its file was asked for; null when it was not
 * @param received bytes that have arrived
 * @param arrivedAt when the whole file was here
 * @param deletedAt when it was deleted here
 */
public record MallLetter(
        UUID id,
        String number,
        String typeName,
        LetterState state,
        Long bytes,
        Instant wantedAt,
        long received,
        Instant arrivedAt,
        Instant deletedAt) {

    /** Whether it can be printed here. */
    public boolean isHere() {
        return arrivedAt != null && deletedAt == null;
    }

    /** Whether its file is not here, nor was handed out. */
    public boolean isAwaited() {
        return state == LetterState.SIGNED && !isHere() && deletedAt == null;
    }

    /** In percent of the file. */
    public long progress() {
        return bytes == null || bytes == 0 ? 0 : received * 100 / bytes;
    }
}
