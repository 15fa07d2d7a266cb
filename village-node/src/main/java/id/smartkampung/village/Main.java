package id.smartkampung.village;

import id.smartkampung.village.importer.ImportCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the village: as its server, or for one command that works on the database and ends. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
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
