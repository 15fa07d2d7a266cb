package id.smartkampung.deploy.launcher;

import id.smartkampung.model.wilayah.KodeWilayah;
import id.smartkampung.model.wilayah.Wilayah;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param command what to do, {@code run} unless said
 * @param subject what a command is about, as a village
 * @param given values by the name of their option, only those that were given
 */
record Options(String command, Optional<String> subject, Map<String, String> given) {

    static final String FRESH = "fresh";

    static final String HELP = "help";

    static final String DATA = "data";

    static final String TRAINING = "training";

    private static final List<String> FLAGS = List.of(FRESH, HELP);

    /** Commands, and whether they are about one part of the regency. */
    private static final Map<String, Boolean> COMMANDS = Map.of(
            "run", false,
            "status", false,
            "stop", false,
            "stop-village", true,
            "start-village", true,
            "stop-part", true,
            "start-part", true);

    static Options parse(String... arguments) {
        Deque<String> words = new ArrayDeque<>(List.of(arguments));
        String command = words.isEmpty() || words.peek().startsWith("-") ? "run" : words.poll();
        if (HELP.equals(command)) {
            return new Options("run", Optional.empty(), Map.of(HELP, "true"));
        }
        Boolean aboutPart = COMMANDS.get(command);
        if (aboutPart == null) {
            throw new UsageException("there is no command \"" + command + "\"");
        }
        Optional<String> subject = Optional.empty();
        if (aboutPart) {
            if (words.isEmpty() || words.peek().startsWith("-")) {
                throw new UsageException(command + " needs the code or name of what to " + command.split("-", 2)[0]);
            }
            subject = Optional.of(words.poll());
        }
        return new Options(command, subject, options(words));
    }

    boolean has(String flag) {
        return given.containsKey(flag);
    }

    private static Map<String, String> options(Deque<String> words) {
        Map<String, String> given = new LinkedHashMap<>();
        while (!words.isEmpty()) {
            String word = words.poll();
            if (!word.startsWith("--")) {
                throw new UsageException("\"" + word + "\" is not an option");
            }
            String[] parts = word.substring(2).split("=", 2);
            String name = parts[0];
            if (FLAGS.contains(name)) {
                given.put(name, "true");
            } else if (parts.length == 2) {
                given.put(name, checked(name, parts[1]));
            } else if (words.isEmpty()) {
                throw new UsageException("--" + name + " needs a value");
            } else {
                given.put(name, checked(name, words.poll()));
            }
        }
        return given;
    }

    private static String checked(String name, String value) {
        if (TRAINING.equals(name)) {
            return village(value).value();
        }
        Optional<Setting> setting = Setting.named(name);
        if (setting.isEmpty() && !DATA.equals(name)) {
            throw new UsageException("there is no option --" + name);
        }
        setting.ifPresent(known -> known.check(value));
        return value;
    }

    /** The code with or without its dots. */
    static KodeWilayah village(String word) {
        String digits = word.replace(".", "");
        return Wilayah.desa().stream()
                .map(Wilayah.Area::kode)
                .filter(kode -> kode.digits().equals(digits))
                .findFirst()
                .orElseThrow(() -> new UsageException(word + " is no desa or kelurahan of the regency"));
    }
}
