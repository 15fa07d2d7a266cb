package id.smartkampung.deploy.volume;

import id.smartkampung.model.log.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The one scan that all signed letters share, since those of ten years of their own would fill the disk: each letter has
 * its file by its own name, as the program looks for it, and many names lead to the same bytes.
 */
public final class SignedScan {

    /** File systems limit how many names a file may have, ext4 to 65,000. */
    private static final int NAMES = 10_000;

    private final Path folder;
    private final byte[] scan;
    private final String sha256;

    private Path named;
    private int names;

    /** @param folder in which the village keeps its signed letters */
    public SignedScan(Path folder, byte[] scan) {
        this.folder = folder;
        this.scan = scan.clone();
        this.sha256 = Hash.sha256(this.scan).hex();
    }

    String sha256() {
        return sha256;
    }

    long bytes() {
        return scan.length;
    }

    void keep(UUID letter) throws IOException {
        String id = letter.toString();
        Path place = folder.resolve(id.substring(id.length() - 2)).resolve(id + "-" + sha256 + ".pdf");
        Files.createDirectories(place.getParent());
        if (names++ % NAMES == 0) {
            Files.write(place, scan);
            named = place;
        } else {
            Files.createLink(place, named);
        }
    }
}
