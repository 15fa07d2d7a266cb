package id.smartkampung.village.paper;

import java.util.List;

/**
 * What stands on a sheet, ready to be read: nothing is looked up any more.
 *
 * @param title of the file, for readers of screens and lists
 * @param head null on a paper that is not the village's own
 * @param number the line below the heading; empty where there is none
 * @param signatures rows of those who sign
 * @param foot words at the foot of the sheet; empty where there are none
 * @param mark across the sheet, such as KONSEP; null for a paper that counts
 * @param size F4 or A4
 */
public record Paper(
        String title,
        Head head,
        String heading,
        String number,
        List<Part> parts,
        List<Signatures> signatures,
        String foot,
        String mark,
        String size) {

    /** The same under this head. */
    public Paper under(Head other) {
        return new Paper(title, other, heading, number, parts, signatures, foot, mark, size);
    }

    /** The same with this across it. */
    public Paper marked(String across) {
        return new Paper(title, head, heading, number, parts, signatures, foot, across, size);
    }

    /** The same with this mark where who signs for the village signs; null leaves the place to a pen. */
    public Paper stamped(Stamp stamp) {
        List<Signatures> rows = signatures.stream()
                .map(row -> new Signatures(
                        row.above(),
                        row.people().stream()
                                .map(one -> Stamp.PLACE.equals(one.stamp())
                                        ? new Signature(one.where(), one.as(), one.name(), one.below(), stamp)
                                        : one)
                                .toList()))
                .toList();
        return new Paper(title, head, heading, number, parts, rows, foot, mark, size);
    }

    /** Emblem (as data: address), the offices above, the office itself, and how to reach it. */
    public record Head(String emblem, List<String> above, String name, List<String> address) {}

    /**
     * One thing of the body, one below the other; made by the methods that say which.
     *
     * @param indented whether a paragraph begins a thought, and does not go on behind a table
     */
    public record Part(
            Sort sort,
            String text,
            boolean indented,
            List<Pair> pairs,
            List<String> columns,
            List<List<String>> rows,
            List<String> things) {

        /** How a part looks. */
        public enum Sort {
            PARAGRAPH,
            /** Names with their values, a colon between. */
            PAIRS,
            /** A table with a head. */
            GRID,
            /** Things to be ticked. */
            BOXES
        }

        public static Part paragraph(String text, boolean indented) {
            return new Part(Sort.PARAGRAPH, text, indented, List.of(), List.of(), List.of(), List.of());
        }

        public static Part pairs(List<Pair> pairs) {
            return new Part(Sort.PAIRS, "", false, pairs, List.of(), List.of(), List.of());
        }

        public static Part grid(List<String> columns, List<List<String>> rows) {
            return new Part(Sort.GRID, "", false, List.of(), columns, rows, List.of());
        }

        public static Part boxes(List<String> things) {
            return new Part(Sort.BOXES, "", false, List.of(), List.of(), List.of(), things);
        }
    }

    /** A name with its value; a strong value stands out. */
    public record Pair(String label, String value, boolean strong) {}

    /**
     * Those who sign side by side.
     *
     * @param above a line over all of them, such as Mengetahui; empty where there is none
     */
    public record Signatures(String above, List<Signature> people) {}

    /**
     * The place of one signature.
     *
     * @param where place and date; empty beside another who has them
     * @param as office or part in the letter, line by line
     * @param name below the empty space; dots where it is written by hand
     * @param below rank and number
     */
    public record Signature(String where, List<String> as, String name, List<String> below, Stamp stamp) {}

    /**
     * The mark of an electronic signature in the place of the hand.
     *
     * @param picture a QR code as data: address
     */
    public record Stamp(String picture, List<String> lines) {

        /** Stands where who signs for the village will sign, by pen or by key. */
        public static final Stamp PLACE = new Stamp("", List.of());
    }
}
