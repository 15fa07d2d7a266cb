package id.smartkampung.district;

import id.smartkampung.district.backup.HubBackup;
import id.smartkampung.district.outbox.administrator.AdministratorCommand;
import id.smartkampung.web.backup.BackupCommand;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the hub: as its server, or for one command that works on the database and ends. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && BackupCommand.NAMES.contains(arguments[0])) {
            // Not even a part of the server is started: it would make rows where a backup is to be restored.
            System.exit(HubBackup.run(List.of(arguments)));
        }
        if (arguments.length > 0 && AdministratorCommand.NAME.equals(arguments[0])) {
            System.exit(AdministratorCommand.run(List.of(arguments)));
        }
        Quarkus.run(arguments);
    }
}
