package id.smartkampung.deploy.launcher;

import id.smartkampung.deploy.regency.ProgramProcess;
import id.smartkampung.deploy.regency.Regency;
import id.smartkampung.deploy.regency.RegencyPlan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** The servers and programs of a running regency by their names, each to be stopped and started alone. */
final class Parts {

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** Not to be told as dead: somebody wanted them to stop. */
    private final Set<String> stoppedOnPurpose = ConcurrentHashMap.newKeySet();

    /** What can be done with each of them. */
    private record Part(Runnable start, Runnable stop, BooleanSupplier up, Path log) {}

    Parts(Regency regency) {
        parts.put(
                RegencyPlan.POSTGRES,
                new Part(
                        regency.postgres()::start,
                        regency.postgres()::stop,
                        () -> regency.postgres().process().isPresent(),
                        regency.postgres().log()));
        parts.put(
                RegencyPlan.KAFKA,
                new Part(
                        regency.kafka()::start,
                        regency.kafka()::stop,
                        () -> regency.kafka().process().isPresent(),
                        regency.kafka().log()));
        for (ProgramProcess program : regency.programs()) {
            parts.put(
                    program.name(),
                    new Part(
                            program::start,
                            program::stop,
                            () -> program.process().isPresent(),
                            program.log()));
        }
    }

    void stop(String name) {
        Part part = part(name);
        stoppedOnPurpose.add(name);
        part.stop().run();
    }

    void start(String name) {
        part(name).start().run();
        stoppedOnPurpose.remove(name);
    }

    /** Those that run no more though nobody stopped them, with their logs. */
    Map<String, Path> dead() {
        Map<String, Path> dead = new LinkedHashMap<>();
        parts.forEach((name, part) -> {
            if (!stoppedOnPurpose.contains(name) && !part.up().getAsBoolean()) {
                dead.put(name, part.log());
            }
        });
        return dead;
    }

    List<String> status() {
        return parts.entrySet().stream()
                .map(entry -> String.format("  %-24s %s", entry.getKey(), state(entry.getKey(), entry.getValue())))
                .toList();
    }

    private String state(String name, Part part) {
        if (part.up().getAsBoolean()) {
            return "up";
        }
        return stoppedOnPurpose.contains(name) ? "stopped" : "died, see " + part.log();
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new UsageException("no part of this regency: " + name + "; it has "
                    + parts.keySet().stream().collect(Collectors.joining(", ")));
        }
        return part;
    }
}
