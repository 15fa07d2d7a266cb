package id.smartkampung.model.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Which persons were erased, in a file beside the keys and outside the database: so a database that is restored from an
 * older backup loses them again before anybody reads in it.
 *
 * <p>One line each, {@code <node> <id> <epoch> <sequence> <ground> .}, no word about the person. Lines are only added; one
 * that a crash cut lacks its dot, and its transaction was never committed.
 */
public final class ErasureJournal {

    private static final int PARTS = 5;
    private static final String END = " .";

    private final Path file;

    public ErasureJournal(Path file) {
        this.file = file;
    }

    /**
     * One erasure.
     *
     * @param position of the event that tells of it, as it was numbered first
     * @param ground why, in the word of that event
     */
    public record Entry(NodeId node, UUID residentId, LogPosition position, String ground) {

        private String line() {
            return node.value() + " " + residentId + " " + position.epoch() + " " + position.sequence() + " " + ground
                    + END + "\n";
        }

        private static Entry of(String line) {
            String[] parts = line.substring(0, line.length() - END.length()).split(" ", -1);
            if (parts.length != PARTS) {
                throw new IllegalArgumentException("a line of the journal of erasures has " + PARTS + " words");
            }
            return new Entry(
                    new NodeId(parts[0]),
                    UUID.fromString(parts[1]),
                    new LogPosition(Integer.parseInt(parts[2]), Long.parseLong(parts[3])),
                    parts[4]);
        }
    }

    /**
     * Adds entries; they are on the disk when this returns. To be called before the commit of the erasure: an entry whose
     * transaction failed erases once more at the next start, what was asked for, and never too little.
     */
    public synchronized void add(List<Entry> entries) throws IOException {
        if (entries.isEmpty()) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        StringBuilder lines = new StringBuilder(endsInTheMiddle() ? "\n" : "");
        entries.forEach(entry -> lines.append(entry.line()));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /**
     * All entries in their order.
     *
     * @throws IOException when the file cannot be read, or holds a line that is none of ours: nothing may be opened then
     */
    public synchronized List<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
            try {
                if (line.endsWith(END)) {
                    entries.add(Entry.of(line));
                }
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " holds a line that is no erasure", e);
            }
        }
        return entries;
    }

    /** Whether a crash cut the last line. */
    private boolean endsInTheMiddle() throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        byte[] bytes = Files.readAllBytes(file);
        return bytes.length > 0 && bytes[bytes.length - 1] != '\n';
    }
}
