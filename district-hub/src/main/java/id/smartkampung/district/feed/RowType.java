package id.smartkampung.district.feed;

import id.smartkampung.model.event.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of row that integrators get, with its public columns; the same in the feed and in an export. */
public enum RowType {
    RESIDENT(
            Subject.RESIDENT,
            "residents",
            true,
            "nik",
            List.of("fullName", "maskedNik", "sex", "birthYear", "rt", "rw"),
            """
            %s t.family_id as "familyId", {full_name} as "fullName", t.sex as "sex",
            extract(year from t.born_on)::int as "birthYear", t.relationship as "relationship",
            t.base_status as "baseStatus", {dusun} as "dusun", t.rw as "rw", t.rt as "rt"
            """),
    FAMILY(Subject.FAMILY, "families", true, "no_kk", List.of("maskedNoKk", "rt", "rw"), """
            %s {dusun} as "dusun", t.rw as "rw", t.rt as "rt"
            """),
    REQUEST(Subject.REQUEST, "requests", false, null, List.of(), """
            t.number as "number", t.kind as "kind", t.channel as "channel", t.state as "state",
            t.home_delivery as "homeDelivery", %s as "submittedAt", t.steps as "steps"
            """.replace("%s", instant("t.submitted_at"))),
    MUTATION(Subject.MUTATION, "mutations", true, null, List.of("residentId", "kind", "happenedOn"), """
            t.resident_id as "residentId", t.family_id as "familyId", t.kind as "kind",
            t.happened_on as "happenedOn", t.reported_on as "reportedOn", t.booked_on as "bookedOn",
            t.counted as "counted", t.sex as "sex", t.move_kind as "moveKind", t.other_area as "otherArea",
            %s as "undoneAt"
            """.replace(
                    "%s", instant("t.undone_at")));

    private static final String MASKED = " || '••••••••••'";

    private final String table;
    private final String plural;
    private final boolean personal;
    private final String number;
    private final List<String> shown;
    private final String columns;

    RowType(String table, String plural, boolean personal, String number, List<String> shown, String columns) {
        this.table = table;
        this.plural = plural;
        this.personal = personal;
        this.number = number;
        this.shown = shown;
        this.columns = columns;
    }

    /** The kind of rows that subjects or tables of this name have. */
    public static Optional<RowType> ofTable(String table) {
        return Arrays.stream(values()).filter(type -> type.table.equals(table)).findFirst();
    }

    public static Optional<RowType> ofPlural(String plural) {
        return Arrays.stream(values())
                .filter(type -> type.plural.equals(plural))
                .findFirst();
    }

    /** Name of the table, and the kind of its subjects. */
    public String table() {
        return table;
    }

    /** What they are called together: {@code residents}. */
    public String plural() {
        return plural;
    }

    /** Whether reading them leaves a trace. */
    public boolean isPersonal() {
        return personal;
    }

    /** The personal fields that a trace names. */
    public List<String> shown() {
        return shown;
    }

    /**
     * A query for the public rows of all villages, which may be joined or followed by conditions on {@code t}.
     *
     * @param open whether NIK and numbers of family cards stand beside their masks
     */
    public String select(boolean open) {
        return "select t.node as \"node\", t.id as \"id\", v.kode_desa as \"kodeDesa\", t.epoch as \"epoch\","
                + " t.seq as \"seq\", "
                + columns.strip()
                        .replace("%s", numbers(open))
                        .replace("{full_name}", written("t.full_name", open))
                        .replace("{dusun}", written("t.dusun", open))
                + " from " + table
                + " t join village v on v.node = t.node";
    }

    private String numbers(boolean open) {
        if (number == null) {
            return "";
        }
        String name = number.equals("nik") ? "Nik" : "NoKk";
        String masked = "left(t." + number + ", 6)" + MASKED + " as \"masked" + name + "\",";
        String whole = open
                ? " t." + number + " as \"" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "\","
                : "";
        return masked + whole;
    }

    /** People write into texts what does not belong there: what looks like a NIK is covered. */
    private static String written(String column, boolean open) {
        return open
                ? column
                : "regexp_replace(" + column + ", '(?<![0-9])([0-9]{6})[0-9]{10}(?![0-9])', '\\1••••••••••', 'g')";
    }

    private static String instant(String column) {
        return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
    }
}
