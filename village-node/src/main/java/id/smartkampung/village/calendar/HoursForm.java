package id.smartkampung.village.calendar;

import id.smartkampung.web.error.FieldErrors;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.Wib;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The hours of the week as they are typed: cells by name and weekday, such as {@code buka1} of Monday. */
public final class HoursForm {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("HH.mm", Wib.LOCALE);

    private final List<Row> rows;

    /** What is typed for one weekday; 1 is Monday. */
    public record Row(
            int weekday,
            String name,
            String version,
            String opens,
            String closes,
            String breakFrom,
            String breakUntil) {

        /** The cell at which an error of the day is told. */
        public String cell() {
            return cellOf(weekday);
        }
    }

    private HoursForm(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** As they are stored. */
    static HoursForm of(List<WorkDay> week, Texts texts) {
        List<Row> rows = new ArrayList<>();
        for (WorkDay day : week) {
            OpeningHours hours = day.hours();
            rows.add(new Row(
                    day.weekday,
                    texts.of("weekday." + day.day().name()),
                    Integer.toString(day.version),
                    hours == null ? "" : shown(hours.opens()),
                    hours == null ? "" : shown(hours.closes()),
                    hours == null ? "" : shown(hours.breakFrom()),
                    hours == null ? "" : shown(hours.breakUntil())));
        }
        return new HoursForm(rows);
    }

    /** @param cells what was typed into the cell of a name; null where there is none */
    static HoursForm typed(UnaryOperator<String> cells, Texts texts) {
        List<Row> rows = Arrays.stream(DayOfWeek.values())
                .map(day -> new Row(
                        day.getValue(),
                        texts.of("weekday." + day.name()),
                        cell(cells, "versi", day),
                        cell(cells, "buka", day),
                        cell(cells, "tutup", day),
                        cell(cells, "istirahat", day),
                        cell(cells, "lanjut", day)))
                .toList();
        return new HoursForm(rows);
    }

    List<Row> rows() {
        return rows;
    }

    /** The version of each weekday that the officer saw; -1 for what is no number. */
    Map<DayOfWeek, Integer> seen() {
        Map<DayOfWeek, Integer> seen = new EnumMap<>(DayOfWeek.class);
        for (Row row : rows) {
            boolean number = row.version().matches("\\d{1,9}");
            seen.put(DayOfWeek.of(row.weekday()), number ? Integer.parseInt(row.version()) : -1);
        }
        return seen;
    }

    /** The days on which it is open; what is wrong is told at the first cell of its day. */
    Map<DayOfWeek, OpeningHours> read(FieldErrors errors, Texts texts) {
        Map<DayOfWeek, OpeningHours> week = new EnumMap<>(DayOfWeek.class);
        for (Row row : rows) {
            if ((row.opens() + row.closes() + row.breakFrom() + row.breakUntil()).isEmpty()) {
                continue;
            }
            try {
                week.put(
                        DayOfWeek.of(row.weekday()),
                        new OpeningHours(
                                clock(row.opens()),
                                clock(row.closes()),
                                row.breakFrom().isEmpty() ? null : clock(row.breakFrom()),
                                row.breakUntil().isEmpty() ? null : clock(row.breakUntil())));
            } catch (DateTimeException | IllegalArgumentException e) {
                errors.add(row.cell(), texts.of("calendar.hours-wrong"));
            }
        }
        if (week.isEmpty() && errors.isEmpty()) {
            errors.add(cellOf(DayOfWeek.MONDAY.getValue()), texts.of("calendar.never-open"));
        }
        return week;
    }

    private static String cellOf(int weekday) {
        return "buka" + weekday;
    }

    /** People write 07:30, 7.30 or 7; none of them is asked to write it in another way. */
    private static LocalTime clock(String typed) {
        String plain = typed.replace('.', ':').replaceFirst("^(\\d):", "0$1:");
        return LocalTime.parse(plain.matches("\\d{1,2}") ? "%02d:00".formatted(Integer.parseInt(plain)) : plain);
    }

    private static String shown(LocalTime time) {
        return time == null ? "" : SHOWN.format(time);
    }

    private static String cell(UnaryOperator<String> cells, String name, DayOfWeek day) {
        String typed = cells.apply(name + day.getValue());
        return typed == null ? "" : typed.strip();
    }
}
