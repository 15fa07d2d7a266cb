package id.smartkampung.web.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A folder whose names survive a power cut: the name of a file is safe only when its folder is. */
public final class DurableFolder {

    private DurableFolder() {}

    /** Comes back when the disk has the names; Windows keeps names by itself and opens no folder. */
    public static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }
}
