package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.Leftovers;
import id.smartkampung.deploy.regency.PortTakenException;
import id.smartkampung.deploy.servers.PidFile;
import id.smartkampung.deploy.servers.ServerException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The command {@code deploy/run.sh}: starts a small regency, or talks to the one that runs. */
public final class Launcher {

    private static final int WRONG_USE = 2;

    private static final Duration STOP_PATIENCE = Duration.ofMinutes(3);

    private final Console console;
    private final Checkout checkout;

    Launcher(Console console, Checkout checkout) {
        this.console = console;
        this.checkout = checkout;
    }

    public static void main(String[] arguments) {
        Console console = Console.ofProcess();
        int exit;
        try {
            exit = new Launcher(console, Checkout.here()).run(arguments);
        } catch (UsageException e) {
            console.line(e.getMessage() + " (--help tells what there is)");
            exit = WRONG_USE;
        } catch (ServerException | PortTakenException e) {
            console.endLive();
            console.line("Not started: " + e.getMessage());
            exit = 1;
        }
        System.exit(exit);
    }

    int run(String... arguments) {
        Options options = Options.parse(arguments);
        if (options.has(Options.HELP)) {
            Help.lines().forEach(console::line);
            return 0;
        }
        Path folder = Optional.ofNullable(options.given().get(Options.DATA))
                .map(Path::of)
                .orElse(checkout.defaultData());
        DataFolder data = new DataFolder(folder);
        Optional<ProcessHandle> launcher = data.launcher().process();
        if (!"run".equals(options.command())) {
            return launcher.isPresent() ? ask(data, options, launcher.get()) : withoutLauncher(data, options);
        }
        if (launcher.isPresent()) {
            console.line("This regency already runs (process " + launcher.get().pid()
                    + "); ./deploy/run.sh status tells how, ./deploy/run.sh stop ends it");
            return 1;
        }
        if (options.has(Options.FRESH)) {
            new Leftovers(data.path(), checkout).end();
            data.delete();
        }
        data.remember(options);
        return new Run(console, checkout, data).run();
    }

    private int ask(DataFolder data, Options options, ProcessHandle launcher) {
        String command = options.command()
                + options.subject().map(word -> " " + partName(options, word)).orElse("");
        if (!Control.send(data.control(), command, console::line)) {
            console.line("The launcher (process " + launcher.pid() + ") does not answer");
            return 1;
        }
        if ("stop".equals(options.command()) && !PidFile.awaitExit(launcher, STOP_PATIENCE)) {
            console.line("The launcher (process " + launcher.pid() + ") does not end");
            return 1;
        }
        return 0;
    }

    private static String partName(Options options, String word) {
        return options.command().endsWith("-village") ? Options.village(word).value() : word;
    }

    /** Nobody looks after the folder; but what a killed launcher left may run. */
    private int withoutLauncher(DataFolder data, Options options) {
        Leftovers leftovers = new Leftovers(data.path(), checkout);
        List<String> running = leftovers.running();
        if (running.isEmpty()) {
            console.line("This regency does not run: " + data.path());
            return "stop".equals(options.command()) ? 0 : 1;
        }
        console.line("The launcher is gone, these still run: " + String.join(", ", running));
        if ("stop".equals(options.command())) {
            leftovers.end();
            console.line("Stopped");
            return 0;
        }
        console.line("./deploy/run.sh starts anew on the same data, ./deploy/run.sh stop ends them");
        return 1;
    }
}
