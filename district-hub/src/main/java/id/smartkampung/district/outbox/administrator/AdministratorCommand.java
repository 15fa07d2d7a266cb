package id.smartkampung.district.outbox.administrator;

import id.smartkampung.web.backup.ProgramSettings;
import id.smartkampung.web.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * {@code administrator begin FILE} and {@code administrator end NAME}: changes the password with which hub and brokers
 * come to the broker, for whoever sits at the hub's server, while everything runs.
 */
public final class AdministratorCommand {

    public static final String NAME = "administrator";

    private static final String PREFIX = "kafka.";
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int NOT_UNDERSTOOD = 2;

    private final Map<String, Object> kafka;
    private final Texts texts;
    private final PrintStream out;

    AdministratorCommand(Map<String, Object> kafka, Texts texts, PrintStream out) {
        this.kafka = kafka;
        this.texts = texts;
        this.out = out;
    }

    /** Runs the command with the settings of the hub and gives its exit code. */
    public static int run(List<String> arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        return new AdministratorCommand(settings(ProgramSettings.ofCommand()), Texts.ofCommand(), out)
                .execute(arguments);
    }

    /** Those that an admin client knows, by the names under which the hub reads them. */
    private static Map<String, Object> settings(ProgramSettings program) {
        Map<String, Object> settings = new HashMap<>();
        for (String name : AdminClientConfig.configNames()) {
            String value = program.get(PREFIX + name, "");
            if (!value.isBlank()) {
                settings.put(name, value);
            }
        }
        return settings;
    }

    int execute(List<String> arguments) {
        if (arguments.size() != 3) {
            say("usage");
            return NOT_UNDERSTOOD;
        }
        String what = arguments.get(2);
        try {
            Administrators administrators = new Administrators(kafka);
            switch (arguments.get(1)) {
                case "begin" -> {
                    administrators.begin(Path.of(what));
                    say("begun", administrators.other(), what, administrators.current());
                }
                case "end" -> {
                    administrators.end(what);
                    say("ended", what, administrators.current());
                }
                default -> {
                    say("usage");
                    return NOT_UNDERSTOOD;
                }
            }
            return DONE;
        } catch (AdministratorException e) {
            String reason = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            out.println(e.reason() + ": " + texts.of("administrator." + reason, e.details()));
            return REFUSED;
        }
    }

    private void say(String key, Object... details) {
        out.println(texts.of("administrator." + key, details));
    }
}
