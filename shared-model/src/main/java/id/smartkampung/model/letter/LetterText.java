package id.smartkampung.model.letter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body of a letter as it is written by people: paragraphs with placeholders such as <code>{keperluan}</code>, and
 * blocks such as <code>[identitas pemohon]</code>, each on a line of its own. The lists here are closed; beside them a
 * placeholder may name a field of its type.
 */
public final class LetterText {

    /** The applicant, where a block asks who. */
    public static final String APPLICANT = "pemohon";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern BLOCK = Pattern.compile("\\[([a-z]+)(?: ([a-z0-9_, ]+))?]");

    private LetterText() {}

    /** What the program fills in by itself. */
    public enum Placeholder {
        OFFICE("jabatan_ttd"),
        VILLAGE("nama_desa"),
        KECAMATAN("nama_kecamatan"),
        KABUPATEN("nama_kabupaten"),
        /** The word desa or kelurahan. */
        AREA("sebutan_desa"),
        APPLICANT("nama_pemohon"),
        ISSUED_ON("tanggal_surat"),
        VALID_UNTIL("berlaku_sampai"),
        /** The money of the letter in words. */
        IN_WORDS("terbilang");

        private final String word;

        Placeholder(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Placeholder> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }

    /** A table that the program makes from the register and from what was filled in. */
    public enum Block {
        /** One person: the applicant or a field. */
        IDENTITY("identitas"),
        /** Fields with their labels. */
        DETAILS("rincian"),
        /** Everybody in a field of people. */
        PEOPLE("daftar"),
        /** The family of the applicant. */
        FAMILY("keluarga"),
        /** All that the register knows of the applicant. */
        BIODATA("biodata"),
        /** The requirements with boxes to tick. */
        ENCLOSURES("lampiran");

        private final String word;

        Block(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Optional<Block> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }

    /** A stretch of a paragraph: words as they stand, or a placeholder. */
    public record Piece(String words, boolean placeholder) {}

    /** One line of a body: a paragraph in pieces, or a block of a table with the fields it names. */
    public record Line(List<Piece> pieces, Block block, List<String> fields) {

        public boolean isBlock() {
            return block != null;
        }
    }

    /** Reads a line of which {@link LetterTypeRules} found nothing wrong; an unknown block is read as words. */
    public static Line read(String line) {
        Matcher block = BLOCK.matcher(line.strip());
        if (block.matches()) {
            Optional<Block> known = Block.of(block.group(1));
            if (known.isPresent()) {
                return new Line(List.of(), known.get(), names(block.group(2)));
            }
        }
        return new Line(pieces(line), null, List.of());
    }

    private static List<String> names(String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(line);
        int behind = 0;
        while (placeholder.find()) {
            if (placeholder.start() > behind) {
                pieces.add(new Piece(line.substring(behind, placeholder.start()), false));
            }
            pieces.add(new Piece(placeholder.group(1), true));
            behind = placeholder.end();
        }
        if (behind < line.length()) {
            pieces.add(new Piece(line.substring(behind), false));
        }
        return pieces;
    }
}
