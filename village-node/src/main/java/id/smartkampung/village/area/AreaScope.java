package id.smartkampung.village.area;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * What whoever asks does not see everything of; set before a page is called, and read by each connection. Work that goes
 * on behind a page takes it along.
 */
@RequestScoped
public class AreaScope {

    private Sight sight;

    /**
     * What is seen of the village.
     *
     * @param areas a line for each {@code dusun|rw|rt}; null for the whole village
     * @param viewer the account that sees only those confidential requests which it handled itself; null for one that
     *     sees all of them
     */
    public record Sight(String areas, UUID viewer) {}

    /** Empty for all there is. */
    public Optional<Sight> sight() {
        return Optional.ofNullable(sight);
    }

    public void bind(Sight newSight) {
        this.sight = newSight;
    }
}
