package id.smartkampung.district.overview;

import id.smartkampung.district.status.Tones;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One stroke for each village, so that a single one that stands out is seen. */
public record Fence(List<Stroke> strokes) {

    private static final int DISTANCE = 5;
    private static final String NOT_JOINED = "belum";

    /** One village, or a place whose village has not joined. */
    public record Stroke(String tone, int x) {}

    static Fence of(List<VillageLine> villages, long missing) {
        List<String> tones = new ArrayList<>();
        villages.stream()
                .sorted(Comparator.comparing((VillageLine line) -> line.status().state())
                        .reversed())
                .forEach(line -> tones.add(Tones.tone(line.status().state())));
        for (int i = 0; i < missing; i++) {
            tones.add(NOT_JOINED);
        }
        List<Stroke> strokes = new ArrayList<>();
        tones.forEach(tone -> strokes.add(new Stroke(tone, strokes.size() * DISTANCE)));
        return new Fence(List.copyOf(strokes));
    }

    public int width() {
        return Math.max(1, strokes.size() * DISTANCE - 1);
    }
}
