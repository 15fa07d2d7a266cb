package id.smartkampung.district.backup;

import id.smartkampung.web.backup.BackupCommand;
import id.smartkampung.web.backup.KeyBeside;
import id.smartkampung.web.backup.ProgramSettings;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.ClockProducer;
import java.util.List;

/** {@code backup}, {@code restore} and {@code verify} of the hub. */
public final class HubBackup {

    private static final String PROGRAM = "district-hub";

    private HubBackup() {}

    /** Runs the command and gives its exit code. */
    public static int run(List<String> arguments) {
        ProgramSettings settings = ProgramSettings.ofCommand(BackupConfig.class);
        BackupConfig config = settings.of(BackupConfig.class);
        return new BackupCommand(
                        settings.store(PROGRAM, PROGRAM, null),
                        new KeyBeside(config.keysFolder(), config.recipient()),
                        Texts.ofCommand(),
                        ClockProducer.ofMachine())
                .run(arguments, null);
    }
}
