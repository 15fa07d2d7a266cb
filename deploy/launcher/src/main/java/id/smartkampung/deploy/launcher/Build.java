package id.smartkampung.deploy.launcher;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the programs if their sources are newer than they are.
 *
 * <p>Run from its source by the commands of {@code deploy}, when nothing is built yet: it uses nothing but the JDK.
 */
public final class Build {

    private static final List<String> SOURCES = List.of("shared-model", "village-node", "district-hub", "deploy");

    private static final List<String> RESULTS = List.of(
            "village-node/target/quarkus-app/quarkus-run.jar",
            "district-hub/target/quarkus-app/quarkus-run.jar",
            "deploy/launcher/target/deploy-launcher-run.jar");

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+?) \\S+ +\\[(\\d+/\\d+)]");

    /** Errors without the places in other people's code, and warnings in ours, which end a build too. */
    private static final Pattern TELLING = Pattern.compile("^\\[ERROR] (?!\\s*at )|^\\[WARNING] .*\\.java:\\[");

    private static final int LINES_OF_ERROR = 12;

    private final Path root;
    private final PrintStream out;

    Build(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /** Arguments: the root of the checkout, then those of the command. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Build build = new Build(Path.of(arguments[0]), out);
        List<String> command = Arrays.asList(arguments).subList(1, arguments.length);
        if (build.isNeededFor(command)) {
            System.exit(build.run());
        }
    }

    /** A command to a running regency must not wait for a build. */
    boolean isNeededFor(List<String> command) throws IOException {
        boolean starts = command.isEmpty() || command.get(0).startsWith("-") || "run".equals(command.get(0));
        boolean built = Files.exists(root.resolve(RESULTS.get(2)));
        boolean mustBeFresh = starts && !command.contains("--help");
        return mustBeFresh ? !isFresh() : !built;
    }

    /** Whether everything was built after the last change of a source. */
    boolean isFresh() throws IOException {
        FileTime built = Files.exists(stamp()) ? Files.getLastModifiedTime(stamp()) : FileTime.fromMillis(0);
        FileTime oldest = FileTime.fromMillis(Long.MAX_VALUE);
        for (String result : RESULTS) {
            Path file = root.resolve(result);
            if (!Files.exists(file)) {
                return false;
            }
            FileTime time = Files.getLastModifiedTime(file);
            oldest = time.compareTo(oldest) < 0 ? time : oldest;
        }
        FileTime since = built.compareTo(oldest) > 0 ? built : oldest;
        return newestSource().compareTo(since) <= 0;
    }

    private FileTime newestSource() throws IOException {
        FileTime newest = Files.getLastModifiedTime(root.resolve("pom.xml"));
        for (String room : SOURCES) {
            try (Stream<Path> files = Files.walk(root.resolve(room))) {
                for (Path file : files.filter(this::isSource).toList()) {
                    FileTime time = Files.getLastModifiedTime(file);
                    newest = time.compareTo(newest) > 0 ? time : newest;
                }
            }
        }
        return newest;
    }

    private boolean isSource(Path file) {
        String path = root.relativize(file).toString().replace('\\', '/');
        boolean ofProgram = path.contains("/src/main/") || path.endsWith("pom.xml");
        return ofProgram
                && !path.contains("/target/")
                && !path.startsWith("deploy/e2e/")
                && !path.startsWith("deploy/senders/")
                && !path.startsWith("deploy/bench/")
                && Files.isRegularFile(file);
    }

    private int run() throws IOException, InterruptedException {
        FileTime begun = FileTime.fromMillis(System.currentTimeMillis());
        Path log = root.resolve("deploy/launcher/target/build.log");
        Files.createDirectories(log.getParent());
        out.println("Building the programs (the first time fetches libraries and takes some minutes)");
        Process maven;
        try {
            maven = maven().redirectErrorStream(true).start();
        } catch (IOException e) {
            out.println("Maven is missing: install Maven 3.8.7 or later, so that the command mvn is found");
            return 1;
        }
        Deque<String> errors = follow(maven, log);
        if (maven.waitFor() != 0) {
            errors.forEach(out::println);
            out.println("The build failed, see " + log);
            return 1;
        }
        Files.writeString(stamp(), "");
        // What was saved while it was built is newer than the build.
        Files.setLastModifiedTime(stamp(), begun);
        return 0;
    }

    private ProcessBuilder maven() {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(windows ? List.of("cmd", "/c", "mvn") : List.of("mvn"));
        command.addAll(List.of("-B", "-Dmaven.test.skip", "-Dspotless.apply.skip", "-Dspotless.check.skip"));
        command.addAll(List.of("-pl", "village-node,district-hub,deploy/launcher", "-am", "package"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile());
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    /** Writes everything to the log, and to the screen what somebody who waits wants to see. */
    private Deque<String> follow(Process maven, Path log) throws IOException {
        Deque<String> errors = new ArrayDeque<>();
        int fetched = 0;
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8));
                PrintStream file = new PrintStream(Files.newOutputStream(log), false, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.println(line);
                Matcher module = MODULE.matcher(line);
                if (module.find()) {
                    out.println("  [" + module.group(2) + "] " + module.group(1));
                } else if (line.contains("Downloaded from") && ++fetched % 100 == 0) {
                    out.println("        " + fetched + " files fetched");
                } else if (TELLING.matcher(line).find() && errors.size() < LINES_OF_ERROR) {
                    errors.add(line);
                }
            }
        }
        return errors;
    }

    private Path stamp() {
        return root.resolve("deploy/launcher/target/built.stamp");
    }
}
