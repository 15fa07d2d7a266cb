package id.smartkampung.deploy.regency;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checkout of the sources that this program was built in, and the packaged programs in it. */
public record Checkout(Path root) {

    /** Set by the command that starts us; else the nearest folder upwards that holds the programs. */
    public static Checkout here() {
        String given = System.getProperty("kampung.root");
        if (given != null) {
            return new Checkout(Path.of(given).toAbsolutePath().normalize());
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("village-node"))
                    && Files.isDirectory(folder.resolve("district-hub"))) {
                return new Checkout(folder);
            }
        }
        throw new IllegalStateException("not called from inside a checkout: set -Dkampung.root=DIR");
    }

    public Path village() {
        return packaged("village-node");
    }

    public Path hub() {
        return packaged("district-hub");
    }

    /** PostgreSQL's programs, unpacked once for all data folders. */
    public Path postgresPrograms() {
        return root.resolve("deploy/launcher/target/postgres-programs");
    }

    public Path defaultData() {
        return root.resolve(".regency");
    }

    private Path packaged(String module) {
        return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
