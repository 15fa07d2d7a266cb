package id.smartkampung.model.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A part of the signed file of a letter, on its way to another counter that hands it out.
 *
 * @param sha256 of the whole file, in hex, as in {@link LetterRecorded}
 * @param bytes of the whole file
 * @param start where this part begins in the file
 * @param data the part in base64
 */
public record FileChunk(UUID chunkId, UUID letterId, String sha256, long bytes, long start, String data)
        implements VillageEvent {

    /** The longest part, before base64. */
    public static final int MAX_BYTES = 256 * 1024;

    public FileChunk {
        Objects.requireNonNull(chunkId, "chunkId");
        Objects.requireNonNull(letterId, "letterId");
        Objects.requireNonNull(sha256, "sha256");
        Objects.requireNonNull(data, "data");
    }

    /**
     * The parts of a file.
     *
     * @param from where the receiver's own part ends; nothing where it has all
     * @param ids gives each part its id
     */
    public static List<FileChunk> of(UUID letterId, String sha256, byte[] file, long from, Supplier<UUID> ids) {
        List<FileChunk> parts = new ArrayList<>();
        for (int start = (int) Math.min(Math.max(from, 0), file.length); start < file.length; start += MAX_BYTES) {
            byte[] part = Arrays.copyOfRange(file, start, Math.min(start + MAX_BYTES, file.length));
            parts.add(new FileChunk(
                    ids.get(),
                    letterId,
                    sha256,
                    file.length,
                    start,
                    Base64.getEncoder().encodeToString(part)));
        }
        return parts;
    }

    /**
     * The part itself.
     *
     * @throws IllegalArgumentException when it is no base64, longer than a part may be, or reaches beyond the file
     */
    public byte[] part() {
        byte[] part = Base64.getDecoder().decode(data);
        if (part.length == 0 || part.length > MAX_BYTES || start < 0 || start > bytes - part.length) {
            throw new IllegalArgumentException("a part of a file that does not fit into it");
        }
        return part;
    }

    @Override
    public Subject subject() {
        return new Subject(Subject.FILE, chunkId);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.on(this);
    }
}
