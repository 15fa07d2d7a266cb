package id.smartkampung.village;

import id.smartkampung.village.backup.VillageBackup;
import id.smartkampung.village.importer.ImportCommand;
import id.smartkampung.web.backup.BackupCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the village: as its server, or for one command that works on the database and ends. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && BackupCommand.NAMES.contains(arguments[0])) {
            // Not even a part of the server is started: it would make rows where a backup is to be restored.
            System.exit(VillageBackup.run(List.of(arguments)));
        }
        if (arguments.length > 0 && arguments[0].equals(ImportCommand.NAME)) {
            // A server may be at work on the same database: the command listens to nobody, sends nothing, plans
            // nothing.
            System.setProperty("quarkus.http.host-enabled", "false");
            System.setProperty("quarkus.scheduler.enabled", "false");
            System.setProperty("village.sync.enabled", "false");
            Quarkus.run(ImportCommand.class, arguments);
            return;
        }
        Quarkus.run(arguments);
    }
}
