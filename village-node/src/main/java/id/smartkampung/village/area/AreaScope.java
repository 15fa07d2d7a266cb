package id.smartkampung.village.area;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** To which parts of the village whoever asks is bound; set before a page is called, and read by each connection. */
@RequestScoped
public class AreaScope {

    private String areas;

    /** A line for each {@code dusun|rw|rt}; empty for the whole village. */
    Optional<String> areas() {
        return Optional.ofNullable(areas);
    }

    void bind(String newAreas) {
        this.areas = newAreas;
    }
}
