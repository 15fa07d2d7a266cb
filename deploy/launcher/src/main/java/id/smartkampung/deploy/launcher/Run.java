package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.regency.Checkout;
import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import id.smartkampung.deploy.servers.ServerException;
import id.smartkampung.model.wilayah.KodeWilayah;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One run of a regency, from the first line on the terminal to the last. */
final class Run {

    private static final long LOOK_AGAIN_SECONDS = 2;

    /** Long enough for what starts at this moment to notice that it need not. */
    private static final long START_ENDS_SECONDS = 90;

    private final Console console;
    private final DataFolder data;
    private final Regency regency;
    private final Parts parts;
    private final SampleData samples;
    private final CountDownLatch startEnded = new CountDownLatch(1);
    private final CountDownLatch stopRequested = new CountDownLatch(1);

    /** Whether there is anything of ours to stop. */
    private volatile boolean begun;

    Run(Console console, Checkout checkout, DataFolder data) {
        this.console = console;
        this.data = data;
        this.regency = new Regency(data.plan(), checkout);
        this.parts = new Parts(regency);
        this.samples = new SampleData(data.number(Setting.SEED), data.number(Setting.RESIDENTS));
    }

    /** Returns when somebody wants it to stop; the process then ends, and its last act is to stop everything. */
    int run() {
        data.launcher().write(ProcessHandle.current());
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        Control.listen(data.control(), this::obey);
        try {
            start();
        } catch (ServerException e) {
            if (stopRequested.getCount() > 0) {
                throw e;
            }
            return 0;
        } finally {
            startEnded.countDown();
        }
        Summary.of(regency).forEach(console::line);
        watch();
        return 0;
    }

    private void start() {
        RegencyPlan plan = data.plan();
        console.line("Starting a regency of " + plan.villages().size() + " villages in " + plan.folder());
        long since = System.nanoTime();
        regency.endLeftovers();
        regency.requireFreePorts();
        begun = true;
        regency.start(name -> ready(since, name), this::load);
        if (data.number(Setting.RESIDENTS) > 0) {
            makeRequests();
        }
        console.line(String.format(Locale.ROOT, "Ready after %.1f s", secondsSince(since)));
    }

    private void ready(long since, String name) {
        console.line(String.format(Locale.ROOT, "  %6.1f s  %-24s ready", secondsSince(since), name));
    }

    private void load(ProgramProcess program) {
        for (KodeWilayah kode : data.plan().villages()) {
            if (program.name().equals(kode.value()) || program.name().equals(RegencyPlan.trainingName(kode))) {
                if (samples.loadOnce(program, kode)) {
                    console.line("            " + program.name() + " has its residents");
                }
            }
        }
    }

    /** To look at, so that a regency without them is still one. */
    private void makeRequests() {
        for (KodeWilayah kode : data.plan().villages()) {
            if (stopRequested.getCount() == 0) {
                return;
            }
            try {
                new DemoRequests(regency.village(kode), regency.villageDatabase(kode)).makeOnce();
            } catch (IOException | SQLException e) {
                console.line("            " + kode + " has no requests to show: " + e.getMessage());
            }
        }
    }

    private void watch() {
        LiveLine live = new LiveLine(regency, parts, console);
        try {
            do {
                live.show();
            } while (!stopRequested.await(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void obey(String command, Consumer<String> answer) {
        String[] words = command.split(" ", 2);
        try {
            switch (words[0]) {
                case "status" -> parts.status().forEach(answer);
                case "stop" -> {
                    answer.accept("Stopping");
                    stopRequested.countDown();
                    regency.cancel();
                }
                case "stop-village", "stop-part" -> {
                    parts.stop(words[1]);
                    answer.accept(words[1] + " is stopped");
                }
                case "start-village", "start-part" -> {
                    parts.start(words[1]);
                    answer.accept(words[1] + " is up");
                }
                default -> answer.accept("unknown: " + words[0]);
            }
        } catch (ServerException | UsageException e) {
            answer.accept(e.getMessage());
        }
    }

    private void stop() {
        stopRequested.countDown();
        regency.cancel();
        try {
            if (!startEnded.await(START_ENDS_SECONDS, TimeUnit.SECONDS)) {
                console.line("Something still starts; the next start will end it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        console.endLive();
        if (begun) {
            console.line("Stopping villages, hub, Kafka and PostgreSQL");
            regency.stop();
            console.line("Stopped; the data is kept in " + data.path());
        }
        data.launcher().delete();
    }

    private static double secondsSince(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
