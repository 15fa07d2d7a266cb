package id.smartkampung.district.dashboard;

import id.smartkampung.district.statistics.TotalsQueries.DayOfChannel;
import id.smartkampung.district.web.Words;
import id.smartkampung.model.request.Channel;
import id.smartkampung.web.time.Wib;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Requests that came in on each of the last days, by channel; the newest day first, no day left out. */
public record RequestDays(List<Row> rows) {

    /** One day; amounts in the order of the channels. */
    public record Row(LocalDate day, List<Long> amounts) {

        public long sum() {
            return amounts.stream().mapToLong(Long::longValue).sum();
        }
    }

    static RequestDays of(Instant now, int days, List<DayOfChannel> amounts) {
        Map<LocalDate, Map<Channel, Long>> byDay = amounts.stream()
                .collect(Collectors.groupingBy(
                        DayOfChannel::day, Collectors.toMap(DayOfChannel::channel, DayOfChannel::amount)));
        List<Row> rows = new ArrayList<>();
        LocalDate today = Wib.dateOf(now);
        for (int i = 0; i < days; i++) {
            LocalDate day = today.minusDays(i);
            Map<Channel, Long> ofDay = byDay.getOrDefault(day, Map.of());
            rows.add(new Row(
                    day,
                    List.of(Channel.values()).stream()
                            .map(channel -> ofDay.getOrDefault(channel, 0L))
                            .toList()));
        }
        return new RequestDays(List.copyOf(rows));
    }

    public List<Channel> channels() {
        return List.of(Channel.values());
    }

    public long sum() {
        return rows.stream().mapToLong(Row::sum).sum();
    }

    static String wordOf(Channel channel) {
        return Words.words(channel);
    }
}
