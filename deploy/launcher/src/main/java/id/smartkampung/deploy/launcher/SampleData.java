package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.population.Population;
import id.smartkampung.deploy.population.PopulationCsv;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.servers.ServerException;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The made-up residents that a village begins with, loaded as a village loads what it has: by its import command. */
public final class SampleData {

    private final long seed;
    private final int residents;

    public SampleData(long seed, int residents) {
        this.seed = seed;
        this.residents = residents;
    }

    /** Once per village; a load that was cut off is done again, since an import can be repeated. */
    public boolean loadOnce(ProgramProcess village, KodeWilayah kode) {
        Path done = village.folder().resolve("loaded");
        if (residents == 0 || Files.exists(done)) {
            return false;
        }
        Path file = village.folder().resolve("penduduk-" + kode.digits() + ".csv");
        try {
            Files.createDirectories(village.folder());
            PopulationCsv.write(Population.of(seed).village(kode, residents), file);
            int exit = village.runCommand("import", file.toString());
            if (exit != 0) {
                throw new ServerException("the residents of " + kode + " are not loaded, see " + village.log());
            }
            Files.writeString(done, residents + " residents from seed " + seed + "\n");
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the residents of " + kode + " cannot be written to " + file, e);
        }
    }
}
