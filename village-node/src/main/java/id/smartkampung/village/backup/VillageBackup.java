package id.smartkampung.village.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.smartkampung.model.log.NodeId;
import id.smartkampung.village.letter.number.LetterConfig;
import id.smartkampung.village.letter.number.SignedFiles;
import id.smartkampung.village.trust.SyncConfig;
import id.smartkampung.web.backup.BackupCommand;
import id.smartkampung.web.backup.KeyBeside;
import id.smartkampung.web.backup.ProgramSettings;
import id.smartkampung.web.text.Texts;
import id.smartkampung.web.time.ClockProducer;
import java.util.List;
import java.util.Optional;

/** {@code backup}, {@code restore} and {@code verify} of a village. */
public final class VillageBackup {

    static final String PROGRAM = "village-node";

    static final String POSITION = "select epoch || ':' || sequence || ' ' || encode(hash, 'hex') from log_head";

    private VillageBackup() {}

    /** Runs the command and gives its exit code. */
    public static int run(List<String> arguments) {
        ProgramSettings settings = ProgramSettings.ofCommand(SyncConfig.class, BackupConfig.class, LetterConfig.class);
        SyncConfig sync = settings.of(SyncConfig.class);
        NodeId node = new NodeId(settings.get("village.profile.node", ""));
        Texts texts = Texts.ofCommand();
        LostServer lost = new LostServer(
                node,
                sync,
                settings.of(BackupConfig.class).folder(),
                Boolean.parseBoolean(settings.get("kampung.demo", "false")),
                new ObjectMapper(),
                texts);
        return new BackupCommand(
                        settings.store(PROGRAM, node.value(), POSITION)
                                .with(SignedFiles.folder(settings.of(LetterConfig.class))),
                        new KeyBeside(sync.keysFolder(), Optional.empty()),
                        texts,
                        ClockProducer.ofMachine())
                .run(arguments, lost::fetch);
    }
}
