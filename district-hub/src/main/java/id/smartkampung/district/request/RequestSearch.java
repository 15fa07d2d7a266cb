package id.smartkampung.district.request;

import id.smartkampung.district.village.VisibleArea;
import id.smartkampung.model.request.RequestState;
import id.smartkampung.web.time.Wib;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the form above the list of requests says; every word of it may be empty. */
public record RequestSearch(String kec, String desa, String keadaan, String jenis, String masuk) {

    /** All states on which somebody still has to work. */
    public static final String OPEN = "berjalan";

    public static final String TODAY = "hari-ini";
    public static final String WEEK = "7-hari";
    public static final String MONTH = "30-hari";

    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 30;

    RequestFilter filter(VisibleArea area, Instant now) {
        return new RequestFilter(area.narrowedTo(kec), orNull(desa), states(), orNull(jenis), null, since(now), null);
    }

    public String query() {
        return Stream.of(
                        new String[] {"kec", kec},
                        new String[] {"desa", desa},
                        new String[] {"keadaan", keadaan},
                        new String[] {"jenis", jenis},
                        new String[] {"masuk", masuk})
                .map(pair -> pair[0] + "=" + URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .reduce((one, other) -> one + "&" + other)
                .orElseThrow();
    }

    public boolean isEmpty() {
        return (kec + desa + keadaan + jenis + masuk).isBlank();
    }

    private List<RequestState> states() {
        if (keadaan.equals(OPEN)) {
            return Arrays.stream(RequestState.values())
                    .filter(state -> !state.isFinal())
                    .toList();
        }
        List<RequestState> chosen = Arrays.stream(RequestState.values())
                .filter(state -> state.name().equals(keadaan))
                .toList();
        return chosen.isEmpty() ? null : chosen;
    }

    private Instant since(Instant now) {
        LocalDate today = Wib.dateOf(now);
        return switch (masuk) {
            case TODAY -> midnight(today);
            case WEEK -> midnight(today.minusDays(DAYS_OF_WEEK - 1));
            case MONTH -> midnight(today.minusDays(DAYS_OF_MONTH - 1));
            default -> null;
        };
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Wib.ZONE).toInstant();
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
